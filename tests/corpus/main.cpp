// SPDX-License-Identifier: MIT
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>

int main(int argc, char** argv) {
  constexpr int skipped = 77;  // SKIP_RETURN_CODE in CMakeLists.txt
  const char* const folder = std::getenv("PRESENTITY_CORPUS");  // NOLINT(concurrency-mt-unsafe)
  if (folder == nullptr || *folder == '\0') {
    std::cout << "PRESENTITY_CORPUS is not set\n";
    return skipped;
  }
  return doctest::Context(argc, argv).run();
}

// SPDX-License-Identifier: MIT
#include <location.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

// location DOCUMENT: moves the user one floor up, where no GPS reaches.
int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string document(std::istreambuf_iterator<char>(file), {});

  auto location = example::read_location(document);
  if (!location) {
    for (const auto& error : location.error()) {
      std::cerr << argv[1] << ':' << error.position.line << ": " << error.message << '\n';
    }
    return 1;
  }
  location->floor = location->floor.value_or(0) + 1;
  location->position = example::DeskPosition{.desk = "7.12"};
  location->source = example::SourceEnum::user;
  location->accuracy.reset();

  const auto written = example::write_location(*location);
  if (!written) return 1;  // written.error() says what is wrong with the value
  std::cout << *written << '\n';
}

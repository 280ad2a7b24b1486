// SPDX-License-Identifier: MIT
#include "allocations.hpp"

#include <cstdlib>
#include <new>

// The forms for arrays and without exceptions call these.

void* operator new(std::size_t size) {
  ++presentity::bench::allocations;
  // NOLINTNEXTLINE(cppcoreguidelines-no-malloc): this is what new is made of
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }

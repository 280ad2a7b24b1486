// SPDX-License-Identifier: MIT
// Mutations of whole tags, attributes and texts, for targets that few other mutants get far into.
// Half of the time libFuzzer changes bytes, as it does without this.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using Random = std::minstd_rand;

std::size_t below(std::size_t limit, Random& random) { return random() % std::max(limit, {1}); }

/// Part of a document: a tag, an attribute, or what stands between tags.
std::string_view pick_piece(std::string_view text, Random& random) {
  constexpr std::string_view edges = "<>";
  const bool is_attribute = below(3, random) == 0;
  const auto from = below(text.size(), random);
  if (is_attribute) {
    const auto begin = text.find(' ', from);
    const auto quote = std::min(text.find_first_of("\"'", begin), text.size());
    if (begin == text.npos || quote == text.size()) return {};
    const auto end = std::min(text.find(text[quote], quote + 1), text.size() - 1);
    return text.substr(begin, end - begin + 1);
  }
  const auto begin = std::min(text.find_first_of(edges, from), text.size());
  if (begin == text.size()) return {};
  if (text[begin] == '>') return text.substr(begin + 1, text.find('<', begin) - begin - 1);
  auto end = text.find('>', begin);
  // Sometimes several pieces: with luck an element.
  while (end != text.npos && below(3, random) == 0) end = text.find('>', end + 1);
  return text.substr(begin, end == text.npos ? end : end - begin + 1);
}

/// Replaces a piece of `text`, or what is before one, by `piece`.
std::string with(std::string_view text, std::string_view piece, Random& random) {
  const auto place = pick_piece(text, random);
  if (place.data() == nullptr) return std::string(text);
  const auto at = static_cast<std::size_t>(place.data() - text.data());
  const auto removed = below(2, random) == 0 ? place.size() : 0;
  return std::string(text).replace(at, removed, piece);
}

std::size_t put(std::string_view text, std::uint8_t* data, std::size_t max_size) {
  const auto size = std::min(text.size(), max_size);
  std::copy_n(text.begin(), size, data);
  return size;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  Random random(seed);
  if (below(2, random) == 0) return LLVMFuzzerMutate(data, size, max_size);
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto piece = below(3, random) == 0 ? std::string_view() : pick_piece(text, random);
  return put(with(text, piece, random), data, max_size);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* one, std::size_t one_size,
                                                 const std::uint8_t* other, std::size_t other_size,
                                                 std::uint8_t* out, std::size_t max_out_size,
                                                 unsigned seed) {
  Random random(seed);
  const std::string_view text(reinterpret_cast<const char*>(one), one_size);
  const std::string_view donor(reinterpret_cast<const char*>(other), other_size);
  return put(with(text, pick_piece(donor, random), random), out, max_out_size);
}

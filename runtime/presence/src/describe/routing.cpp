// SPDX-License-Identifier: MIT
#include "describe/describers.hpp"

#include <array>

namespace presentity::presence::describing {
namespace {

using native::routing::FlagsType;
using native::routing::ListType;
using native::routing::WaitType;

// Sources: routing-preamble-flags, -list and -wait. In the order of the enumerators.
constexpr std::array<std::string_view, 9> flag_words = {
    "calls are blocked",
    "delegates ring",
    "calls are forwarded",
    "audio calls are forwarded",
    "calls are forwarded at once",
    "the user's own endpoints do not ring",
    "the team rings, too",
    "only in working hours",
    "other numbers ring at the same time",
};
constexpr std::array<std::string_view, 4> wait_words = {"for all", "for the user", "for the team",
                                                        "for the team"};
constexpr std::array<std::string_view, 8> list_words = {
    "calls go to",        "ring at the same time", "team",
    "delegates",          "goes through directly", "first delegate",
    "voice is added for", "controlled devices"};

template <class E, std::size_t N>
std::string words_for(E value, const std::array<std::string_view, N>& words) {
  return std::string(words.at(static_cast<std::size_t>(value)));
}

struct AddRule {
  Facts& facts;
  std::vector<std::string>& headline;

  void operator()(const FlagsType& flags) const {
    for (const auto& flag : flags.value) {
      const auto known = flag.known();
      const auto words = known ? words_for(*known, flag_words) : "the flag is unknown";
      add(facts, std::string(flag.text()), words);
      headline.push_back(known ? words : std::string(flag.text()));
    }
  }
  void operator()(const WaitType& wait) const {
    add(facts, "wait " + std::string(to_token(wait.name)),
        wait.seconds.text() + " s " + words_for(wait.name, wait_words));
  }
  void operator()(const ListType& list) const {
    std::vector<std::string> targets;
    for (const auto& target : list.target) {
      if (target.uri) targets.push_back(*target.uri);
      if (target.application) targets.push_back("application " + *target.application);
    }
    add(facts, words_for(list.name, list_words), targets.empty() ? "nobody" : joined(targets));
  }
};

}  // namespace

std::string routing(const native::routing::RoutingType& value, const Scope& /*scope*/,
                    Facts& facts) {
  std::vector<std::string> headline;
  for (const auto& choice : value.preamble.choice) {
    std::visit(AddRule{facts, headline}, choice);
  }
  add(facts, "rules", std::string(to_token(value.name)) + ", version " + value.version.text());
  add(facts, "for clients from version", value.min_supported_client_version);
  return "routing: " + (headline.empty() ? "no rule is on" : joined(headline));
}

}  // namespace presentity::presence::describing

// SPDX-License-Identifier: MIT
#include <presentity/presence/aggregation_explanation.hpp>
#include <presentity/presence/describe.hpp>
#include <presentity/presence/preview.hpp>

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

namespace presence = presentity::presence;
using namespace std::chrono;

// watch STORE.xml WATCHER: what the watcher is sent, and why the owner's state is what it is.
int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string document(std::istreambuf_iterator<char>(file), {});
  const auto store = presence::Store::load(document);
  const auto watcher = presence::parse_address(argv[2]);
  if (!store || !watcher) return 1;  // store.error() says where the document is wrong
  const auto address = presence::parse_address(store->uri());
  if (!address) return 1;

  presence::Owner owner;
  owner.address = *address;
  const presence::TimePoint now = sys_days(2013y / June / 5) + 14h + 30min;
  const auto view =
      presence::preview(*store, owner, *watcher, presence::AccessPolicy::member_kind, now);
  std::cout << presence::explain(view.resolution) << '\n';
  for (const auto& instance : view.sent.category) {
    const auto value = presence::describe(instance.any->xml, {.now = now});
    if (value) std::cout << "  " << value->headline << '\n';
  }
  const auto published = presence::read_inputs(store->entries());
  const auto why = presence::explain(published.inputs, now);
  std::cout << presence::account(why, view.resolution.container);
}

// SPDX-License-Identifier: MIT

// What a preview and a publish request cost on a store with many instances.
#include <presentity/presence/preview.hpp>
#include <presentity/presence/store.hpp>

#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace presentity::presence {
namespace {

constexpr std::array<ContainerId, 5> container_ids{100, 200, 300, 400, 32000};

const Owner owner{{"mary", "contoso.com"}, {}, {}, std::nullopt};

Publication note(std::uint32_t instance, ContainerId container, std::uint32_t version = 0) {
  return make_publication({"note", instance, container},
                          {R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note">)"
                           R"(<body type="personal">Proofs of the summer issue</body></note>)"},
                          version);
}

/// A store with `size` notes, the same number in each container.
Store make_store(std::int64_t size) {
  Store store("sip:mary@contoso.com");
  store.sign_in("pc");
  store.set_containers({{100, 1, {{MemberKind::federated, ""}}},
                        {200, 1, {{MemberKind::same_enterprise, ""}}},
                        {300, 1, {{MemberKind::user, "bob@fabrikam.com"}}}});
  std::vector<Publication> publications;
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(size); ++i) {
    publications.push_back(note(i / container_ids.size(), container_ids[i % container_ids.size()]));
  }
  const auto request = make_request("sip:mary@contoso.com", std::move(publications));
  if (!store.apply(request, "pc", TimePoint(), CategoryNames())) std::abort();
  return store;
}

void preview_watcher(benchmark::State& state) {
  const auto store = make_store(state.range(0));
  const Address bob{"bob", "fabrikam.com"};
  for (auto _ : state) benchmark::DoNotOptimize(preview(store, owner, bob));
}
BENCHMARK(preview_watcher)->Arg(100)->Arg(1000);

void apply_publication(benchmark::State& state) {
  auto store = make_store(state.range(0));
  const CategoryNames names;
  std::uint32_t version = 1;
  for (auto _ : state) {
    const auto request = make_request("sip:mary@contoso.com", {note(0, 200, version++)});
    if (!store.apply(request, "pc", TimePoint(), names)) std::abort();
  }
}
BENCHMARK(apply_publication)->Arg(100)->Arg(1000);

void load_store(benchmark::State& state) {
  const auto xml = make_store(state.range(0)).save();
  for (auto _ : state) benchmark::DoNotOptimize(Store::load(*xml));
}
BENCHMARK(load_store)->Arg(1000);

}  // namespace
}  // namespace presentity::presence

BENCHMARK_MAIN();

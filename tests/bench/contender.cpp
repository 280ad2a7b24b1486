// SPDX-License-Identifier: MIT
#include "contender.hpp"

#include <presentity/validator.hpp>

#include <algorithm>
#include <tuple>

namespace presentity::bench {

std::string_view ours_of(std::string_view job) {
  if (job == "validate") return "validate/presentity";
  if (job == "read") return "read/native";
  return job == "write" ? "write/native" : "round-trip/native";
}

void add_presentity(Contenders& contenders) {
  const Validator validator;
  contenders.push_back({"validate", "presentity", "presentity::Validator::verdict",
                        [validator](const Sample& sample) {
                          return validator.verdict(sample.bytes) == Verdict::valid;
                        }});
  contenders.push_back({"validate", "presentity-report",
                        "presentity::Validator::validate: warnings and instances, too",
                        [validator](const Sample& sample) {
                          return validator.validate(sample.bytes).verdict == Verdict::valid;
                        }});
}

Contenders all_contenders() {
  Contenders all;
  add_presentity(all);
  add_native(all);
#if PRESENTITY_BENCH_TREE
  add_tree(all);
#endif
  add_xerces(all);
#if PRESENTITY_BENCH_LIBXML2
  add_libxml2(all);
#endif
#if PRESENTITY_BENCH_EXPAT
  add_expat(all);
#endif
#if PRESENTITY_BENCH_PUGIXML
  add_pugixml(all);
#endif
#if PRESENTITY_BENCH_GSOAP
  add_gsoap(all);
#endif
  std::ranges::stable_sort(all, std::ranges::greater{}, [](const Contender& contender) {
    return std::tuple(contender.job == "validate", contender.job == "read",
                      contender.job == "write");
  });
  return all;
}

}  // namespace presentity::bench

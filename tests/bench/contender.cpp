// SPDX-License-Identifier: MIT
#include "contender.hpp"

#include <presentity/validator.hpp>

#include <algorithm>

namespace presentity::bench {

std::string_view ours_of(std::string_view job) {
  return job == "round-trip" ? "round-trip/presentity-tree" : "validate/presentity";
}

void add_presentity(Contenders& contenders) {
  const Validator validator;
  contenders.push_back({"validate", "presentity", "presentity::Validator::validate",
                        [validator](const Sample& sample) {
                          return validator.validate(sample.bytes).verdict == Verdict::valid;
                        }});
}

Contenders all_contenders() {
  Contenders all;
  add_presentity(all);
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
  std::ranges::stable_sort(all, std::ranges::greater{}, [](const Contender& contender) {
    return std::pair(contender.job == "validate", contender.job == "read");
  });
  return all;
}

}  // namespace presentity::bench

// SPDX-License-Identifier: MIT
#pragma once

#include "samples.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// The programs that are compared. Each file `contend_*.cpp` holds those of one library.

namespace presentity::bench {

/// One way to do a job on a document, with everything prepared that can be kept between documents.
struct Contender {
  std::string job;    ///< `validate`, `read`, `write` or `round-trip`.
  std::string name;   ///< Unique within the job, without spaces: `xerces-sax2`.
  std::string label;  ///< For people: the library and how it is used.

  /// Does the job once. False if the document is refused.
  std::function<bool(const Sample&)> run;

  bool hides_allocations = false;  ///< `allocations` does not see them.

  [[nodiscard]] std::string full_name() const { return job + "/" + name; }
};

using Contenders = std::vector<Contender>;

/// The contender of a job that the others are compared with.
[[nodiscard]] std::string_view ours_of(std::string_view job);

void add_presentity(Contenders& contenders);
void add_native(Contenders& contenders);
void add_tree(Contenders& contenders);
void add_xerces(Contenders& contenders);
void add_libxml2(Contenders& contenders);
void add_expat(Contenders& contenders);
void add_pugixml(Contenders& contenders);
void add_gsoap(Contenders& contenders);

/// Returns those that this build has, ours first in each job.
[[nodiscard]] Contenders all_contenders();

}  // namespace presentity::bench

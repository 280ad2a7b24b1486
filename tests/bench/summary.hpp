// SPDX-License-Identifier: MIT
#pragma once

#include "contender.hpp"
#include "samples.hpp"

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace presentity::bench {

/// Nanoseconds of one pass over a class, by `job/contender/class`: the fastest repetition.
using Times = std::map<std::string, double>;

/// Prints the tables of docs/performance.md.
void print_summary(std::ostream& out, const Contenders& contenders,
                   const std::vector<SampleClass>& classes, const Times& times);

}  // namespace presentity::bench

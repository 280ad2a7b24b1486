// SPDX-License-Identifier: MIT
#pragma once

#include "cli/timeline_picture.hpp"

#include <presentity/presence/timeline.hpp>

#include <iosfwd>

namespace presentity::cli {

void print_timeline_text(std::ostream& out, const Picture& picture);
void print_timeline_json(std::ostream& out, const presence::Timeline& timeline);

/// Prints a picture: no script, no other resource, values escaped. Without style it is for a page
/// that has it.
void print_timeline_svg(std::ostream& out, const Picture& picture, bool has_style = true);
/// The same inside a page with tables.
void print_timeline_page(std::ostream& out, const Picture& picture);

}  // namespace presentity::cli

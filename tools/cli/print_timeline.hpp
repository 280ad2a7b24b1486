// SPDX-License-Identifier: MIT
#pragma once

#include "cli/timeline_picture.hpp"

#include <presentity/presence/timeline.hpp>

#include <iosfwd>

namespace presentity::cli {

void print_timeline_text(std::ostream& out, const Picture& picture);
void print_timeline_json(std::ostream& out, const presence::Timeline& timeline);

/// Prints a document of its own: no script, no other resource, values escaped.
void print_timeline_svg(std::ostream& out, const Picture& picture);
/// The same inside a page with tables.
void print_timeline_page(std::ostream& out, const Picture& picture);

}  // namespace presentity::cli

#include "cli/print_timeline.hpp"
namespace presentity::cli {
void print_timeline_svg(std::ostream&, const Picture&) {}
void print_timeline_page(std::ostream&, const Picture&) {}
}  // namespace presentity::cli

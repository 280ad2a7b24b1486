// SPDX-License-Identifier: MIT

// presentity-xsd: the command line with all it needs, also Xerces-C++. Started by presentity.
#include "cli/find_in_log.hpp"
#include "cli/native_bindings.hpp"
#include "cli/process.hpp"
#if PRESENTITY_HAS_GRAMMAR
#include "cli/grammar/grammar_commands.hpp"
#endif

#include <presentity/load_schemas.hpp>
#if PRESENTITY_HAS_TREE
#include <presentity/tree/round_trip.hpp>
#endif

int main(int argc, char** argv) {
  presentity::cli::Resources resources{.load_schemas = &presentity::load_schemas,
                                       .validate_with_xerces = &presentity::validate_with_xerces,
                                       .find_in_log = presentity::cli::find_in_log,
                                       .native_bindings = presentity::cli::native_bindings};
#if PRESENTITY_HAS_GRAMMAR
  resources.grammar_commands = &presentity::cli::grammar_commands();
#endif
#if PRESENTITY_HAS_TREE
  resources.tree_bindings = [](std::string_view utf8) {
    return presentity::tree::round_trip(utf8);
  };
#endif
  return *presentity::cli::run_process(argc, argv, resources);
}

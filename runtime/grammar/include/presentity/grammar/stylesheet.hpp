// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/result.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Stylesheets that nobody vouches for: XSLT 1.0, without anything that reaches outside of the
/// document and with bounds for time and memory.
///
/// This is all that the grammar asks of an XSLT engine, so that another one can take the place of
/// libxslt. How the bounds are kept: docs/adr/0012-stylesheets-on-libxslt.md.

namespace presentity::grammar {

/// What a stylesheet may ask of us. Exceeding a limit gives the diagnostic `stylesheet-limit`.
/// Stylesheets of deployed systems have under 8 KiB and run a few hundred instructions.
struct StylesheetLimits {
  std::size_t stylesheet_bytes = 256U << 10U;
  std::size_t expression_bytes = 2000;    ///< Of one XPath expression.
  std::size_t expression_depth = 32;      ///< Brackets in an expression that are open at once.
  std::size_t input_bytes = 4U << 20U;    ///< Of the value.
  std::size_t input_nodes = 20'000;       ///< Elements, attributes and texts of the value.
  std::size_t output_bytes = 4U << 20U;   ///< Of the result.
  std::size_t memory_bytes = 64U << 20U;  ///< Allocated in one run, freed or not.
  unsigned instructions = 100'000;        ///< Carried out in one run.
  unsigned expression_steps = 200'000;    ///< XPath operations in one run.
  int template_depth = 200;               ///< Instructions that are open at once.
};

/// A compiled stylesheet. Immutable: any number of threads may share one. Copies are cheap.
class Stylesheet {
 public:
  struct State;
  explicit Stylesheet(std::shared_ptr<const State> state) : state_(std::move(state)) {}

  [[nodiscard]] const State& state() const noexcept { return *state_; }

 private:
  std::shared_ptr<const State> state_;
};

/// Compiles an xsl:stylesheet or xsl:transform element, given as a document of its own.
///
/// Errors: `malformed-xml` and the like, `stylesheet-unsafe`, `stylesheet-broken`,
/// `stylesheet-limit`, `typographic-operator`; all that are found, with positions in `xml`.
[[nodiscard]] Result<Stylesheet, std::vector<Diagnostic>> compile_stylesheet(
    std::string_view xml, const StylesheetLimits& limits = {});

/// Applies a stylesheet to the document element of `value`; comments and processing instructions
/// around it are not seen. Returns the document element of the result, self-contained, in UTF-8.
///
/// Errors: `malformed-xml` and the like for `value`; `stylesheet-broken` if the run fails or its
/// result is not one element, `stylesheet-limit`. Position: in `value`, or none.
[[nodiscard]] Result<std::string, Diagnostic> apply_stylesheet(const Stylesheet& stylesheet,
                                                               std::string_view value);

/// Returns the limits that the stylesheet was compiled with. They hold for each run.
[[nodiscard]] const StylesheetLimits& limits(const Stylesheet& stylesheet) noexcept;

}  // namespace presentity::grammar

// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/grammar/stylesheet.hpp>

#include <libxml/tree.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>

#include <memory>

/// \file
/// Owners of what libxml2 and libxslt allocate.

namespace presentity::grammar {

namespace detail {

template <auto function>
struct FreeBy {
  template <class T>
  void operator()(T* object) const noexcept {
    function(object);
  }
};

using DocumentPtr = std::unique_ptr<xmlDoc, FreeBy<&xmlFreeDoc>>;
using SheetPtr = std::unique_ptr<xsltStylesheet, FreeBy<&xsltFreeStylesheet>>;
using RunPtr = std::unique_ptr<xsltTransformContext, FreeBy<&xsltFreeTransformContext>>;
using SecurityPtr = std::unique_ptr<xsltSecurityPrefs, FreeBy<&xsltFreeSecurityPrefs>>;

}  // namespace detail

struct Stylesheet::State {
  detail::SheetPtr sheet;
  StylesheetLimits limits;
};

}  // namespace presentity::grammar

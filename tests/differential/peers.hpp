// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Other schema processors, to compare with. Each reads the schemas from the source tree itself,
/// so that our way of loading them is compared too. None opens anything for a document.

namespace presentity::differential {

/// What a processor says against a document.
struct PeerError {
  bool is_fatal = false;   ///< Not well-formed.
  std::size_t line = 0;    ///< From 1.
  std::size_t column = 0;  ///< From 1, in UTF-16 units; 0 if unknown.
  std::string message;
};

class Peer {
 public:
  virtual ~Peer() = default;
  [[nodiscard]] virtual std::string_view name() const = 0;
  /// Errors in the order in which they were found; none if the document is valid.
  virtual std::vector<PeerError> validate(const std::string& utf8) = 0;
};

/// Xerces-C++, SAX2, with a locked grammar pool. `schema` imports all others. Throws
/// `std::runtime_error` if the schemas cannot be loaded.
std::unique_ptr<Peer> make_xerces_peer(const std::filesystem::path& schema);

/// libxml2: a DOM, then its schema processor. Null if this build has no libxml2.
std::unique_ptr<Peer> make_libxml2_peer(const std::filesystem::path& schema);

}  // namespace presentity::differential

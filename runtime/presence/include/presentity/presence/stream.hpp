// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/native/categories.hpp>
#include <presentity/native/richPresence.hpp>
#include <presentity/presence/publish.hpp>
#include <presentity/raw.hpp>
#include <presentity/read_limits.hpp>
#include <presentity/result.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// \file
/// Envelopes of any length, one instance after the other. Memory is bounded by the largest
/// instance and what is fed at once, not by the document.

namespace presentity::presence {

/// A part of an envelope: an entry of `categories`, one of `publish`, or another element of
/// `roamingData`, such as `containers`.
using StreamItem = std::variant<CategoryInstance, Publication, RawElement>;

/// Reads `categories`, `publish` or `roamingData` in pieces.
///
/// Every byte is checked, each item by the reader of whole documents; items that came before an
/// error were good. What no part shows alone is not checked: that ids differ, and keys.
class StreamReader {
 public:
  /// The limits hold for an item with the tags around it.
  explicit StreamReader(const ReadLimits& limits = {}) : limits_(limits) {}

  /// Adds bytes: UTF-8, cut anywhere.
  void feed(std::string_view bytes);

  /// Says that there are no more bytes. `next` gives the items that are left, and then checks the
  /// end of the document.
  void finish() { is_finished_ = true; }

  /// Returns the next item. Nothing: it needs more bytes, or the document has ended or is not good.
  [[nodiscard]] std::optional<StreamItem> next();

  /// The `uri` of the envelope; empty before the first item, and if it has none.
  [[nodiscard]] const std::string& uri() const noexcept { return uri_; }

  /// Whether the document was read to its end and is good.
  [[nodiscard]] bool is_complete() const noexcept { return is_complete_; }

  /// What is wrong; empty if nothing was found yet. Positions are those in the whole document.
  [[nodiscard]] const std::vector<Diagnostic>& errors() const noexcept { return errors_; }

 private:
  enum class Root : std::uint8_t { none, categories, publish, roaming_data };
  enum class Mode : std::uint8_t { text, comment, cdata, instruction, tag };
  enum class Scan : std::uint8_t { needs_more, tag, failed };

  /// A piece of the document that is kept, and where it stood.
  struct Kept {
    std::string text;
    Position position;
  };

  /// Pieces of the document as one of their own.
  struct Document {
    std::string text;
    std::vector<std::pair<std::size_t, Position>> parts;  ///< Where they begin, here and there.

    void add(std::string_view part, const Position& position);
    [[nodiscard]] Position place(std::size_t offset) const;
  };

  Scan scan();
  bool begin_markup();
  bool find(std::string_view terminator);
  bool find_tag_end();
  std::optional<StreamItem> take_tag();
  void begin_document(const std::string& name, bool is_empty);
  [[nodiscard]] bool is_inner_envelope(std::string_view name) const;
  void keep_envelope(const std::string& name);
  void take_envelope_end();
  std::optional<StreamItem> take_item();
  std::optional<StreamItem> read_item(const Document& whole);
  std::optional<StreamItem> read_entry(std::string_view xml, const Document& whole);
  void check_end();
  [[nodiscard]] Document document(std::string_view part, std::size_t closed) const;
  [[nodiscard]] std::string_view pending() const;
  void consume();
  void fail(const Document& whole, std::vector<Diagnostic> errors);
  void fail(std::string_view rule, std::string message);

  ReadLimits limits_;
  std::string buffer_;
  std::size_t begin_ = 0;      ///< Of what is not yet consumed.
  std::size_t at_ = 0;         ///< Up to here `buffer_` was looked at.
  std::size_t tag_begin_ = 0;  ///< Of the tag that is being looked at.
  Position position_;          ///< Of `begin_`.
  Mode mode_ = Mode::text;
  char quote_ = '\0';
  Root root_ = Root::none;
  std::size_t depth_ = 0;           ///< Elements that are open.
  std::vector<Kept> envelope_;      ///< Start tags of the envelope, with what stands before them.
  std::vector<std::string> names_;  ///< Of the elements of the envelope.
  Kept last_;                       ///< The last entry of `publish`, which has one at least.
  std::string uri_;
  std::vector<Diagnostic> errors_;
  bool is_at_end_ = false;  ///< No further items can come.
  bool is_finished_ = false;
  bool is_complete_ = false;
};

/// Writes `categories` in pieces, which joined are the document: `begin`, then what `append`
/// returns for each instance, then `end`. They may stand inside of `roamingData`, too.
class CategoriesWriter {
 public:
  /// `uri` is that of the presentity; empty: none is written.
  explicit CategoriesWriter(std::string uri);

  [[nodiscard]] const std::string& begin() const noexcept { return begin_; }

  /// Returns the entry, or what is wrong with it: then nothing is to be written.
  [[nodiscard]] WriteResult append(const CategoryInstance& instance) const;

  [[nodiscard]] std::string_view end() const noexcept;

 private:
  std::string begin_;
};

/// The same for `publish`. At least one publication must be appended.
class PublishWriter {
 public:
  explicit PublishWriter(std::string uri);

  [[nodiscard]] const std::string& begin() const noexcept { return begin_; }
  [[nodiscard]] WriteResult append(const Publication& publication) const;
  [[nodiscard]] std::string_view end() const noexcept;

 private:
  std::string begin_;
};

}  // namespace presentity::presence

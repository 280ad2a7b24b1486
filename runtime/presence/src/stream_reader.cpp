// SPDX-License-Identifier: MIT
#include "encoding.hpp"
#include "names.hpp"
#include "outline.hpp"
#include "positions.hpp"

#include <presentity/native/roamingSelf.hpp>
#include <presentity/presence/stream.hpp>

#include <algorithm>
#include <utility>

// Cuts the document into its parts and gives each, with the tags of the envelope around it, to the
// reader of whole documents. Finding the cuts needs no more than where tags begin and end; whether
// they are good XML is the business of that reader, which sees every byte.

namespace presentity::presence {
namespace {

namespace d = ::presentity::detail;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

void StreamReader::feed(std::string_view bytes) {
  if (!errors_.empty()) return;
  buffer_.erase(0, begin_);
  at_ -= begin_;
  tag_begin_ -= std::min(tag_begin_, begin_);
  begin_ = 0;
  buffer_ += bytes;
}

std::optional<StreamItem> StreamReader::next() {
  if (at_ == 0 && root_ == Root::none && buffer_.starts_with(byte_order_mark)) {
    begin_ = at_ = byte_order_mark.size();
    if (buffer_.find(byte_order_mark, at_) == at_)
      fail("malformed-xml", "a second byte order mark");
  }
  while (errors_.empty() && !is_complete_ && !is_at_end_) {
    const auto found = scan();
    if (found == Scan::failed) return std::nullopt;
    if (found == Scan::needs_more) break;
    if (auto item = take_tag()) return item;
  }
  if (!errors_.empty() || is_complete_) return std::nullopt;
  std::size_t kept = buffer_.size() - begin_;
  for (const auto& part : envelope_) kept += part.text.size();
  if (kept > limits_.document_bytes) {
    fail("limit-exceeded",
         "a part of more than " + std::to_string(limits_.document_bytes) + " bytes");
  } else if (is_finished_) {
    check_end();
  }
  return std::nullopt;
}

/// Looks for the end of the next tag.
StreamReader::Scan StreamReader::scan() {
  for (;;) {
    switch (mode_) {
      case Mode::text:
        if (!begin_markup()) return errors_.empty() ? Scan::needs_more : Scan::failed;
        break;
      case Mode::comment:
        if (!find("-->")) return Scan::needs_more;
        break;
      case Mode::cdata:
        if (!find("]]>")) return Scan::needs_more;
        break;
      case Mode::instruction:
        if (!find("?>")) return Scan::needs_more;
        break;
      case Mode::tag:
        return find_tag_end() ? Scan::tag : Scan::needs_more;
    }
  }
}

/// Goes behind what tells the next markup from other; false if that is not there yet.
bool StreamReader::begin_markup() {
  at_ = std::min(buffer_.find('<', at_), buffer_.size());
  const auto rest = std::string_view(buffer_).substr(at_);
  const auto begins = [&](std::string_view mark, Mode mode) {
    if (!rest.starts_with(mark)) return false;
    mode_ = mode;
    at_ += mark.size();
    return true;
  };
  if (begins("<!--", Mode::comment) || begins("<![CDATA[", Mode::cdata) ||
      begins("<?", Mode::instruction)) {
    return true;
  }
  const bool is_cut = rest.size() < 2 || std::string_view("<!--").starts_with(rest) ||
                      std::string_view("<![CDATA[").starts_with(rest);
  if (is_cut) return false;
  if (rest.starts_with("<!")) {
    fail("doctype-forbidden", "a declaration is not allowed here");
    return false;
  }
  tag_begin_ = at_;
  ++at_;
  mode_ = Mode::tag;
  return true;
}

bool StreamReader::find(std::string_view terminator) {
  const auto found = buffer_.find(terminator, at_);
  if (found == buffer_.npos) {
    at_ = std::max(at_, buffer_.size() - std::min(buffer_.size(), terminator.size() - 1));
    return false;
  }
  at_ = found + terminator.size();
  mode_ = Mode::text;
  return true;
}

bool StreamReader::find_tag_end() {
  for (; at_ < buffer_.size(); ++at_) {
    const char c = buffer_[at_];
    if (quote_ != '\0') {
      if (c == quote_) quote_ = '\0';
    } else if (c == '"' || c == '\'') {
      quote_ = c;
    } else if (c == '>') {
      ++at_;
      mode_ = Mode::text;
      return true;
    }
  }
  return false;
}

std::string_view StreamReader::pending() const {
  return std::string_view(buffer_).substr(begin_, at_ - begin_);
}

void StreamReader::consume() {
  position_ = d::position_from(position_, pending(), at_ - begin_);
  begin_ = at_;
}

std::optional<StreamItem> StreamReader::take_tag() {
  const auto tag = std::string_view(buffer_).substr(tag_begin_, at_ - tag_begin_);
  if (tag.starts_with("</")) {
    if (depth_ == names_.size()) {
      take_envelope_end();
      return std::nullopt;
    }
    --depth_;
    return depth_ == names_.size() ? take_item() : std::nullopt;
  }
  const auto name_end = tag.find_first_of(" \t\r\n/>", 1);
  const std::string name(tag.substr(1, name_end - 1));
  const bool is_empty = tag.ends_with("/>");
  const bool is_outer = depth_ == names_.size();
  if (depth_ == 0) {
    begin_document(name, is_empty);
  } else if (is_outer && !is_empty && is_inner_envelope(name)) {
    keep_envelope(name);
  } else if (!is_empty) {
    ++depth_;
  } else if (is_outer) {
    return take_item();
  }
  return std::nullopt;
}

void StreamReader::begin_document(const std::string& name, bool is_empty) {
  const auto local = d::split_name(name).local;
  const auto text = d::decode(pending());
  const bool is_utf8 = !text || (text->view().data() >= pending().data() &&
                                 text->view().data() <= pending().data() + pending().size());
  root_ = local == "categories"    ? Root::categories
          : local == "publish"     ? Root::publish
          : local == "roamingData" ? Root::roaming_data
                                   : Root::none;
  if (!is_utf8 || name.find('\0') != name.npos) {
    fail("unsupported-encoding", "only UTF-8 is read in pieces");
  } else if (root_ == Root::none) {
    fail("unknown-root", "the document element is " + d::quoted(name) +
                             ", not 'categories', 'publish' or 'roamingData'");
  } else if (is_empty) {
    is_at_end_ = true;
  } else {
    keep_envelope(name);
  }
}

/// Whether an element that stands in the document element has entries in it.
bool StreamReader::is_inner_envelope(std::string_view name) const {
  const auto local = d::split_name(name).local;
  if (names_.size() != 1) return false;
  return (root_ == Root::publish && local == "publications") ||
         (root_ == Root::roaming_data && local == "categories");
}

void StreamReader::keep_envelope(const std::string& name) {
  envelope_.push_back({std::string(pending()), position_});
  names_.push_back(name);
  ++depth_;
  consume();
}

/// The part from its first byte, in the envelope. `closed` elements of it are closed by the part.
StreamReader::Document StreamReader::document(std::string_view part, std::size_t closed) const {
  Document result;
  for (const auto& kept : envelope_) result.add(kept.text, kept.position);
  if (closed > 0 && !last_.text.empty()) result.add(last_.text, last_.position);
  result.add(part, position_);
  for (auto left = names_.size() - std::min(closed, names_.size()); left > 0; --left) {
    result.text.append("</").append(names_[left - 1]).append(">");
  }
  return result;
}

void StreamReader::take_envelope_end() {
  if (root_ != Root::roaming_data || names_.size() < 2) {
    is_at_end_ = true;
    return;
  }
  const auto whole = document(pending(), 1);
  const auto read = native::roaming_self::read_roaming_data(whole.text, limits_);
  if (!read) return fail(whole, read.error());
  envelope_.pop_back();
  names_.pop_back();
  --depth_;
  consume();
}

std::optional<StreamItem> StreamReader::take_item() {
  const auto whole = document(pending(), 0);
  auto item = read_item(whole);
  if (!item) return std::nullopt;
  if (root_ == Root::publish) last_ = {std::string(pending()), position_};
  consume();
  return item;
}

std::optional<StreamItem> StreamReader::read_item(const Document& whole) {
  if (root_ == Root::publish) {
    auto read = native::rich_presence::read_publish(whole.text, limits_);
    if (!read) return fail(whole, read.error()), std::nullopt;
    uri_ = std::move(read->publications.uri);
    if (read->publications.publication.empty()) return std::nullopt;
    return std::move(read->publications.publication.front());
  }
  if (root_ == Root::categories) return read_entry(whole.text, whole);
  auto read = native::roaming_self::read_roaming_data(whole.text, limits_);
  if (!read) return fail(whole, read.error()), std::nullopt;
  if (read->any.empty()) return std::nullopt;
  if (names_.size() == 2) return read_entry(read->any.front().xml, whole);
  return std::move(read->any.front());
}

/// Reads `categories` with one entry.
std::optional<StreamItem> StreamReader::read_entry(std::string_view xml, const Document& whole) {
  auto limits = limits_;
  if (root_ == Root::roaming_data) limits.document_bytes = 0xFFFF'FFFF;  // repeats declarations
  auto read = native::categories::read_categories(xml, limits);
  if (!read) return fail(whole, read.error()), std::nullopt;
  uri_ = read->uri.value_or("");
  if (read->category.empty()) return std::nullopt;
  return std::move(read->category.front());
}

void StreamReader::check_end() {
  const auto whole = document(std::string_view(buffer_).substr(begin_), names_.size() + 1);
  const auto errors = [&]() -> std::vector<Diagnostic> {
    if (root_ == Root::publish) {
      const auto read = native::rich_presence::read_publish(whole.text, limits_);
      return read ? std::vector<Diagnostic>() : read.error();
    }
    if (root_ == Root::categories) {
      const auto read = native::categories::read_categories(whole.text, limits_);
      return read ? std::vector<Diagnostic>() : read.error();
    }
    const auto read = native::roaming_self::read_roaming_data(whole.text, limits_);
    return read ? std::vector<Diagnostic>() : read.error();
  }();
  if (!errors.empty()) return fail(whole, errors);
  is_complete_ = true;
}

void StreamReader::Document::add(std::string_view part, const Position& position) {
  parts.emplace_back(text.size(), position);
  text += part;
}

Position StreamReader::Document::place(std::size_t offset) const {
  auto part = std::ranges::upper_bound(parts, offset, {}, &std::pair<std::size_t, Position>::first);
  if (part != parts.begin()) --part;
  return d::position_from(part->second, std::string_view(text).substr(part->first),
                          offset - part->first);
}

void StreamReader::fail(const Document& whole, std::vector<Diagnostic> errors) {
  errors_ = std::move(errors);
  for (auto& error : errors_) error.position = whole.place(error.position.offset);
}

void StreamReader::fail(std::string_view rule, std::string message) {
  Diagnostic error{Severity::error, rule, {}, {}, {}, std::move(message), {}};
  error.position = d::position_from(position_, pending(), at_ - begin_);
  errors_.push_back(std::move(error));
}

}  // namespace presentity::presence

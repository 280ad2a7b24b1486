// SPDX-License-Identifier: MIT
#include "log/sip_messages.hpp"

#include "ascii.hpp"
#include "unicode.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace presentity::presence::log {
namespace {

using detail::is_digit;

constexpr auto npos = std::string_view::npos;

/// One line of the log after another.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  bool next() {
    begin_ = end_;
    if (begin_ >= text_.size()) return false;
    end_ = std::min(text_.find('\n', begin_), text_.size() - 1) + 1;
    return true;
  }
  [[nodiscard]] std::size_t begin() const { return begin_; }
  /// Without its end.
  [[nodiscard]] std::string_view line() const {
    auto line = text_.substr(begin_, end_ - begin_);
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

 private:
  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

bool is_start_line(std::string_view line) {
  constexpr std::string_view version = "SIP/2.0";
  if (line.starts_with(version)) {
    return line.size() >= 11 && line[7] == ' ' && std::ranges::all_of(line.substr(8, 3), is_digit);
  }
  if (!line.ends_with(" SIP/2.0")) return false;
  const auto method = line.substr(0, line.find(' '));
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return !method.empty() && std::ranges::all_of(method, is_upper) &&
         line.size() > method.size() + version.size() + 2;
}

// The field of a header line, by its long or compact name.
std::string LoggedMessage::*field_of(std::string_view name) {
  using Field = std::pair<std::string_view, std::string LoggedMessage::*>;
  static constexpr std::array<Field, 12> fields{{
      {"From", &LoggedMessage::from},
      {"f", &LoggedMessage::from},
      {"To", &LoggedMessage::to},
      {"t", &LoggedMessage::to},
      {"Call-ID", &LoggedMessage::call_id},
      {"i", &LoggedMessage::call_id},
      {"CSeq", &LoggedMessage::cseq},
      {"Event", &LoggedMessage::event},
      {"o", &LoggedMessage::event},
      {"Content-Type", &LoggedMessage::content_type},
      {"c", &LoggedMessage::content_type},
      {"Date", &LoggedMessage::time},
  }};
  const auto* const found = std::ranges::find_if(
      fields, [&](const Field& field) { return detail::same_ignoring_case(field.first, name); });
  return found != fields.end() ? found->second : nullptr;
}

bool is_field_name(std::string_view name) {
  const auto fits = [](char c) {
    return is_digit(c) || detail::is_letter(c) || c == '-' || c == '_';
  };
  return !name.empty() && std::ranges::all_of(name, fits);
}

// A date and time of day at the front of one of the last lines, as debug logs write them:
// `2016-09-28T10:00:00.123456Z`, `10/28/2009|13:11:55.123`, `10/28/2009-13:11:55.123`.
std::string_view time_in(std::string_view line) {
  constexpr std::array<std::string_view, 3> shapes{"0000-00-00T00:00:00", "00/00/0000|00:00:00",
                                                   "00/00/0000-00:00:00"};
  for (const auto shape : shapes) {
    for (std::size_t at = 0; at + shape.size() <= line.size(); ++at) {
      const auto fits = [](char form, char c) { return form == '0' ? is_digit(c) : form == c; };
      if (!std::ranges::equal(shape, line.substr(at, shape.size()), fits)) continue;
      auto end = at + shape.size();
      while (end < line.size() && (is_digit(line[end]) || line[end] == '.')) ++end;
      if (end < line.size() && line[end] == 'Z') ++end;
      return line.substr(at, end - at);
    }
  }
  return {};
}

bool ends_message(std::string_view line) {
  constexpr std::array<std::string_view, 5> marks{"$$end_record", "$$begin_record", "End of Data ",
                                                  "MESSAGE END", "MESSAGE START"};
  return std::ranges::any_of(marks, [&](std::string_view mark) { return line.find(mark) != npos; });
}

/// Reads the lines of a log as messages.
class MessageReader {
 public:
  explicit MessageReader(std::string_view log) : size_(log.size()), lines_(log) {}

  std::vector<MessageSpan> read() {
    while (lines_.next()) take(lines_.line());
    close(size_);
    return std::move(spans_);
  }

 private:
  void take(std::string_view line) {
    if (const auto time = time_in(line); !time.empty()) {
      time_ = time;
      lines_since_time_ = 0;
    } else {
      ++lines_since_time_;
    }
    constexpr std::string_view trace_field = "Start-Line: ";
    const bool is_traced = line.starts_with(trace_field);
    if (is_traced) line.remove_prefix(trace_field.size());
    if (is_start_line(line)) return open(line);
    if (!is_open_) return;
    if (ends_message(line)) return close(lines_.begin());
    if (is_in_header_) take_field(line);
  }

  void open(std::string_view line) {
    close(lines_.begin());
    auto& span = spans_.emplace_back();
    span.begin = lines_.begin();
    span.message.start_line = line;
    constexpr int most_lines_between = 8;  // a trace record has fields of its own before
    if (lines_since_time_ <= most_lines_between) span.message.time = time_;
    has_log_time_ = !span.message.time.empty();
    last_field_ = nullptr;
    is_open_ = is_in_header_ = true;
  }

  void close(std::size_t end) {
    if (is_open_) spans_.back().end = end;
    is_open_ = is_in_header_ = false;
  }

  void take_field(std::string_view line) {
    auto& message = spans_.back().message;
    if (line.starts_with(' ') || line.starts_with('\t')) {  // folded
      if (last_field_ != nullptr) {
        (message.*last_field_ += ' ') += detail::trimmed(line);
      }
      return;
    }
    const auto colon = line.find(':');
    const auto name = detail::trimmed(line.substr(0, std::min(colon, line.size())));
    if (colon == npos || !is_field_name(name)) {
      is_in_header_ = false;
      return;
    }
    last_field_ = field_of(name);
    if (last_field_ == &LoggedMessage::time && has_log_time_) last_field_ = nullptr;
    if (last_field_ != nullptr) message.*last_field_ = detail::trimmed(line.substr(colon + 1));
  }

  std::size_t size_;
  Lines lines_;
  std::vector<MessageSpan> spans_;
  std::string LoggedMessage::*last_field_ = nullptr;
  std::string_view time_;
  int lines_since_time_ = 1'000;
  bool has_log_time_ = false;
  bool is_open_ = false;
  bool is_in_header_ = false;
};

}  // namespace

std::vector<MessageSpan> find_messages(std::string_view log) { return MessageReader(log).read(); }

}  // namespace presentity::presence::log

// SPDX-License-Identifier: MIT
#include "generator/cpp/source_writer.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace presentity::generator::cpp {
namespace {

std::vector<std::string_view> lines_of(std::string_view code) {
  std::vector<std::string_view> lines;
  while (!code.empty()) {
    const auto end = std::min(code.find('\n'), code.size());
    lines.push_back(code.substr(0, end));
    code.remove_prefix(std::min(end + 1, code.size()));
  }
  return lines;
}

std::size_t leading_spaces(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

/// Breaks `arguments` into lines of at most `room` characters; the last has `tail` behind it.
std::vector<std::string> filled(const std::vector<std::string>& arguments, std::string_view tail,
                                std::size_t room, std::size_t first_room) {
  std::vector<std::string> lines(1);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool is_last = i + 1 == arguments.size();
    const auto piece = arguments[i] + (is_last ? std::string(tail) : ",");
    const auto free = lines.size() == 1 ? first_room : room;
    const std::size_t space = lines.back().empty() ? 0 : 1;
    if (!lines.back().empty() && width(lines.back()) + space + width(piece) > free) {
      lines.push_back(piece);
    } else {
      lines.back() += (space == 0 ? "" : " ") + piece;
    }
  }
  if (arguments.empty()) lines.back() = tail;
  return lines;
}

std::size_t widest(const std::vector<std::string>& lines) {
  std::size_t result = 0;
  for (const auto& line : lines) result = std::max(result, width(line));
  return result;
}

}  // namespace

std::size_t width(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string literal(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else if (c == '\r') {
      result += "\\r";
    } else {
      result += c;
    }
  }
  return result + "\"";
}

void SourceWriter::emit(std::initializer_list<Var> vars, std::string_view code) {
  auto lines = lines_of(code);
  const auto is_blank = [](std::string_view line) { return leading_spaces(line) == line.size(); };
  if (!lines.empty() && is_blank(lines.front())) lines.erase(lines.begin());
  if (!lines.empty() && is_blank(lines.back())) lines.pop_back();
  auto common = std::string_view::npos;
  for (const auto line : lines) {
    if (!is_blank(line)) common = std::min(common, leading_spaces(line));
  }
  for (const auto line : lines) emit_line(vars, line.substr(std::min(common, line.size())));
}

void SourceWriter::emit_line(std::initializer_list<Var> vars, std::string_view line) {
  std::string result;
  bool has_value = false;
  for (auto rest = line; !rest.empty();) {
    const auto begin = rest.find('$');
    result += rest.substr(0, begin);
    if (begin == std::string_view::npos) break;
    const auto end = rest.find('$', begin + 1);
    const auto name = rest.substr(begin + 1, end - begin - 1);
    const auto* var = std::ranges::find(vars, name, &Var::name);
    if (end == std::string_view::npos || var == vars.end()) {
      throw std::logic_error("template names unknown value: " + std::string(line));
    }
    if (const auto* block = std::get_if<Block>(&var->value)) {
      const auto depth = leading_spaces(line);
      indent_ += depth;
      (*block)();
      indent_ -= depth;
      return;
    }
    has_value = true;
    result += std::get<std::string>(var->value);
    rest.remove_prefix(end + 1);
  }
  const bool is_left_out = has_value && leading_spaces(result) == result.size();
  if (!is_left_out) this->line(result);
}

void SourceWriter::line(std::string_view text) {
  if (!text.empty()) text_ += std::string(indent_, ' ') + std::string(text);
  text_ += '\n';
}

void SourceWriter::call(const std::string& head, const std::vector<std::string>& arguments,
                        std::string_view tail, std::string_view open) {
  const auto begin = head + std::string(open);
  const auto room = line_width - indent_;
  const auto room_aligned = room - std::min(room, width(begin));
  auto lines = filled(arguments, tail, room_aligned, room_aligned);
  if (widest(lines) <= room_aligned) {
    lines.front().insert(0, begin);
    for (std::size_t i = 1; i < lines.size(); ++i) lines[i].insert(0, width(begin), ' ');
  } else {
    const auto next_indent = leading_spaces(head) + 4;
    lines = filled(arguments, tail, room - next_indent, room - next_indent);
    for (auto& line : lines) line.insert(0, next_indent, ' ');
    lines.insert(lines.begin(), begin);
  }
  for (const auto& line : lines) this->line(line);
}

void SourceWriter::function(const std::string& result, const std::string& name,
                            const std::vector<std::string>& parameters, std::string_view tail) {
  const auto head = indent_ + width(result) + 1 + width(name) + 1;
  const auto rest = parameters.empty() ? width(tail) : 0;  // nothing else can be broken
  if (head + rest <= line_width) {
    call(result + " " + name, parameters, tail);
  } else {
    line(result);
    call(name, parameters, tail);
  }
}

void SourceWriter::assign(const std::string& target, const std::string& value) {
  const bool fits = indent_ + width(target) + 3 + width(value) + 1 <= line_width;
  line(target + (fits ? " = " + value + ";" : " ="));
  if (!fits) line("    " + value + ";");
}

void SourceWriter::commented(const std::vector<Commented>& lines) {
  std::size_t column = 0;
  for (const auto& line : lines) column = std::max(column, width(line.text) + 2);
  for (const auto& line : lines) {
    this->line(line.text + std::string(column - width(line.text), ' ') + "// " + line.comment);
  }
}

void SourceWriter::doc(std::string_view text) {
  std::istringstream words{std::string(text)};
  std::string current = "///";
  const auto finish = [&] {
    if (current.ends_with('\\')) current += '.';  // else the next line would be a part of this one
    line(current);
    current = "///";
  };
  for (std::string word; words >> word;) {
    if (current.size() > 3 && indent_ + width(current) + 1 + width(word) > line_width - 1) finish();
    current += " " + word;
  }
  if (current.size() > 3) finish();
}

}  // namespace presentity::generator::cpp

// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace presentity::generator::cpp {

inline constexpr std::size_t line_width = 100;

/// Builds one source file from code templates.
///
/// A template is a raw string indented like the code around it. `emit` removes that common
/// indentation, replaces each `$name$`, and appends the result at the current depth. A callback
/// value must stand alone on its line; what it emits is indented to that line. A line of nothing
/// but an empty value is left out.
class SourceWriter {
 public:
  using Block = std::function<void()>;
  struct Var {
    std::string_view name;
    std::variant<std::string, Block> value;
  };

  /// Throws `std::logic_error` if `code` names something that is not in `vars`.
  void emit(std::initializer_list<Var> vars, std::string_view code);

  /// One line, or an empty one, at the current depth.
  void line(std::string_view text);

  /// `head(arguments)tail`, broken as clang-format does: arguments below each other's first if that
  /// leaves room, else on lines of their own. `arguments` stand in parentheses, or in `open`.
  void call(const std::string& head, const std::vector<std::string>& arguments,
            std::string_view tail, std::string_view open = "(");

  /// `result name(parameters)tail`, as a declaration; the result alone if the name has no room.
  void function(const std::string& result, const std::string& name,
                const std::vector<std::string>& parameters, std::string_view tail);

  /// `target = value;`
  void assign(const std::string& target, const std::string& value);

  /// Lines with comments behind them, in one column.
  struct Commented {
    std::string text;
    std::string comment;
  };
  void commented(const std::vector<Commented>& lines);

  /// `text` as `///` lines.
  void doc(std::string_view text);

  [[nodiscard]] std::size_t indent() const noexcept { return indent_; }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void emit_line(std::initializer_list<Var> vars, std::string_view line);

  std::string text_;
  std::size_t indent_ = 0;
};

/// Characters of UTF-8 text.
[[nodiscard]] std::size_t width(std::string_view text) noexcept;

/// A C++ string literal.
[[nodiscard]] std::string literal(std::string_view text);

}  // namespace presentity::generator::cpp

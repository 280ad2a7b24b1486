// SPDX-License-Identifier: MIT
#include "pattern_parser.hpp"

#include "character_classes.hpp"
#include "unicode.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace presentity::detail {
namespace {

constexpr std::u32string_view metacharacters = U".\\?*+{}()|[]";
constexpr std::u32string_view escapable = U"\\|.?*+(){}-[]^";

/// Bounds over this are all the same: far beyond every limit.
constexpr std::uint32_t largest_bound = 1'000'000'000;

/// A recursive descent parser. The first error is kept and ends the expression, so that every loop
/// ends by itself.
class PatternParser {
 public:
  PatternParser(std::string_view expression, std::size_t depth)
      : text_(expression), depth_(depth) {}

  PatternTree parse() {
    tree_.root = choice();
    if (!at_end()) fail(peek() == ')' ? "')' without '('" : "unexpected character");
    return std::move(tree_);
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char32_t peek() const { return at_end() ? 0 : decode_utf8(text_, at_).code; }

  [[nodiscard]] bool looking_at(std::string_view word) const {
    return text_.substr(std::min(at_, text_.size())).starts_with(word);
  }

  bool consume(std::string_view word) {
    if (!looking_at(word)) return false;
    at_ += word.size();
    return true;
  }

  char32_t next() {
    if (at_end()) {
      fail("unexpected end");
      return 0;
    }
    const auto [code, length] = decode_utf8(text_, at_);
    if (length == 0) fail("not UTF-8");
    at_ += length;
    return code;
  }

  void fail(std::string message) {
    if (!tree_.error.empty()) return;
    tree_.error = std::move(message);
    tree_.error_at = std::min(at_, text_.size());
    text_ = text_.substr(0, tree_.error_at);
  }

  std::uint32_t add(PatternNode node) {
    tree_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
  }

  std::uint32_t add_set(CodePointSet set) {
    const auto found = std::ranges::find(tree_.sets, set);
    PatternNode node{.kind = PatternNode::Kind::set};
    node.set = static_cast<std::uint32_t>(found - tree_.sets.begin());
    if (found == tree_.sets.end()) tree_.sets.push_back(std::move(set));
    return add(std::move(node));
  }

  std::uint32_t choice() {
    PatternNode node{.kind = PatternNode::Kind::choice};
    node.children.push_back(sequence());
    while (consume("|")) node.children.push_back(sequence());
    return node.children.size() == 1 ? node.children.front() : add(std::move(node));
  }

  std::uint32_t sequence() {
    PatternNode node{.kind = PatternNode::Kind::sequence};
    while (!at_end() && peek() != '|' && peek() != ')') node.children.push_back(piece());
    return add(std::move(node));
  }

  std::uint32_t piece() {
    const auto body = atom();
    PatternNode node{.kind = PatternNode::Kind::repeat};
    node.max = unbounded_repeat;
    if (consume("?")) {
      node.max = 1;
    } else if (consume("+")) {
      node.min = 1;
    } else if (consume("{")) {
      read_bounds(node);
    } else if (!consume("*")) {
      return body;
    }
    node.children.push_back(body);
    return add(std::move(node));
  }

  /// Reads the rest of "{n}", "{n,}" or "{n,m}".
  void read_bounds(PatternNode& node) {
    node.min = number();
    node.max = node.min;
    if (consume(",")) node.max = looking_at("}") ? unbounded_repeat : number();
    if (!consume("}")) fail("expected '}' behind a quantity");
    if (node.max < node.min) fail("quantity with its bounds the wrong way round");
  }

  std::uint32_t number() {
    std::uint64_t value = 0;
    const auto begin = at_;
    while (!at_end() && text_[at_] >= '0' && text_[at_] <= '9') {
      value = value * 10 + static_cast<std::uint64_t>(text_[at_++] - '0');
      value = std::min<std::uint64_t>(value, largest_bound);
    }
    if (at_ == begin) fail("expected a number in a quantity");
    return static_cast<std::uint32_t>(value);
  }

  std::uint32_t atom() {
    if (consume("(")) return group();
    if (consume("[")) return add_set(class_expression());
    if (looking_at("\\")) return add_set(escape_set());
    if (consume(".")) {
      CodePointSet line_ends;
      line_ends.add('\n', '\n');
      line_ends.add('\r', '\r');
      return add_set(line_ends.complement());
    }
    const auto code = peek();
    if (metacharacters.find(code) != std::u32string_view::npos) {
      fail("'" + std::string(1, static_cast<char>(code)) + "' must be escaped here");
    }
    return add_set(single(next()));
  }

  std::uint32_t group() {
    if (!enter()) return add({});
    const auto body = choice();
    if (!consume(")")) fail("'(' without ')'");
    ++depth_;
    return body;
  }

  /// Counts a level; the caller counts back.
  bool enter() {
    if (depth_ == 0) {
      fail("limit exceeded: nested too deep");
      return false;
    }
    --depth_;
    return true;
  }

  static CodePointSet single(char32_t code) {
    CodePointSet set;
    set.add(code, code);
    return set;
  }

  /// Reads a single character escape, if the next is one.
  std::optional<char32_t> character_escape() {
    const auto begin = at_;
    if (!consume("\\")) return std::nullopt;
    const auto code = next();
    if (code == 'n') return U'\n';
    if (code == 'r') return U'\r';
    if (code == 't') return U'\t';
    if (escapable.find(code) != std::u32string_view::npos) return code;
    at_ = begin;
    return std::nullopt;
  }

  CodePointSet escape_set() {
    if (const auto code = character_escape()) return single(*code);
    consume("\\");
    const auto letter = next();
    if (letter == 'p' || letter == 'P') return property(letter == 'P');
    auto set = letter_class(letter);
    if (!set) fail("unknown escape");
    return set.value_or(CodePointSet{});
  }

  CodePointSet property(bool is_negated) {
    const auto close = text_.find('}', at_);
    if (!looking_at("{") || close == std::string_view::npos) {
      fail("expected '{' and '}' behind \\p");
      return {};
    }
    const auto name = text_.substr(at_ + 1, close - at_ - 1);
    auto set = property_class(name);
    if (!set) {
      const bool is_block = name.starts_with("Is");
      fail((is_block ? "unknown block '" : "unknown category '") +
           std::string(is_block ? name.substr(2) : name) + "'");
      return {};
    }
    at_ = close + 1;
    return is_negated ? set->complement() : *set;
  }

  /// Reads the rest of "[...]", subtraction included.
  CodePointSet class_expression() {
    CodePointSet set;
    if (!enter()) return set;
    const bool is_negated = consume("^");
    bool is_first = true;
    while (!at_end() && !looking_at("]") && (is_first || !looking_at("-["))) {
      class_item(set, is_first);
      is_first = false;
    }
    if (is_first) fail("empty character class");
    set.normalize();
    if (is_negated) set = set.complement();
    if (consume("-[")) set = set.without(class_expression());
    if (!consume("]")) fail("'[' without ']'");
    ++depth_;
    return set;
  }

  /// Reads a character, a range or a class escape.
  void class_item(CodePointSet& set, bool is_first) {
    char32_t first = 0;
    if (const auto escaped = character_escape()) {
      first = *escaped;
    } else if (looking_at("\\")) {
      set.add(escape_set());
      return;
    } else if (looking_at("-")) {
      at_ += 1;
      if (!is_first && !looking_at("]") && !looking_at("-[")) fail("'-' must be escaped here");
      set.add('-', '-');
      return;
    } else {
      if (looking_at("[")) fail("'[' must be escaped here");
      first = next();
    }
    const bool is_range =
        looking_at("-") && !looking_at("-]") && !looking_at("-[") && !looking_at("--[");
    const auto last = is_range ? range_end() : first;
    if (last < first) fail("range with its ends the wrong way round");
    set.add(first, std::max(first, last));
  }

  char32_t range_end() {
    consume("-");
    if (const auto escaped = character_escape()) return *escaped;
    if (looking_at("\\") || looking_at("-")) fail("range that does not end with a character");
    return next();
  }

  std::string_view text_;
  std::size_t depth_;
  std::size_t at_ = 0;
  PatternTree tree_;
};

}  // namespace

PatternTree parse_pattern(std::string_view expression, std::size_t depth) {
  return PatternParser(expression, depth).parse();
}

}  // namespace presentity::detail

// SPDX-License-Identifier: MIT
#include "log/find_documents.hpp"

#include "log/unwrap.hpp"
#include "outline.hpp"
#include "xml_scanner.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace presentity::presence::log {
namespace {

using detail::Outline;
using detail::XmlScanner;

constexpr auto npos = std::string_view::npos;

/// How often text may be wrapped, such as escaped XML in a JSON string in a quotation.
constexpr int most_wrappings = 3;

/// Longest local name that is looked at, and how much of a start tag.
constexpr std::size_t longest_name = 64;
constexpr std::size_t longest_tag = 1024;

/// Where the bytes of a text stand in the log.
struct Place {
  std::span<const std::size_t> origins;  ///< Empty: they are the log.
  LoggedForm form = LoggedForm::plain;
  int wrappings = 0;

  [[nodiscard]] std::size_t in_log(std::size_t at) const {
    if (origins.empty()) return at;
    return at < origins.size() ? origins[at] : origins.back() + 1;
  }

  // Where the bytes from `begin` to `end` stand.
  [[nodiscard]] std::vector<LoggedRun> runs(std::size_t begin, std::size_t end) const {
    std::vector<LoggedRun> runs{{0, in_log(begin)}};
    if (origins.empty()) return runs;
    for (auto at = begin + 1; at < end; ++at) {
      if (origins[at] != origins[at - 1] + 1) runs.push_back({at - begin, origins[at]});
    }
    return runs;
  }
};

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Whether `<` stands at the front of `text` as a reference, itself escaped any number of times.
bool begins_escaped(std::string_view text) {
  if (!text.starts_with('&')) return false;
  text.remove_prefix(1);
  while (text.starts_with("amp;")) text.remove_prefix(4);
  return text.starts_with("lt;") || text.starts_with("#60;") || text.starts_with("#x3");
}

class Finder {
 public:
  Finder(const CategoryRegistry& registry, const ReadLimits& limits)
      : registry_(registry), limits_(limits) {}

  void scan(std::string_view text, const Place& place) {
    for (std::size_t at = 0; at < text.size();) {
      at = text.find_first_of("<&\\", at);
      if (at == npos) return;
      const auto rest = text.substr(at);
      if (rest.starts_with('<')) {
        at = take_markup(text, at, place);
      } else if (begins_escaped(rest)) {
        at = enter(without_references(text, at), LoggedForm::escaped, place, at);
      } else if (rest.starts_with("\\u003c") || rest.starts_with("\\u003C") ||
                 rest.starts_with("\\x3c") || rest.starts_with("\\x3C")) {
        at = enter(without_escapes(text, at), LoggedForm::literal, place, at);
      } else {
        ++at;
      }
    }
  }

  FoundDocuments take() { return std::move(found_); }

 private:
  // Looks into unwrapped text; returns where to go on.
  std::size_t enter(const Unwrapped& unwrapped, LoggedForm form, const Place& place,
                    std::size_t at) {
    if (unwrapped.text.empty() || place.wrappings == most_wrappings) return at + 1;
    auto origins = unwrapped.origins;
    for (auto& origin : origins) origin = place.in_log(origin);
    scan(unwrapped.text, {origins, form, place.wrappings + 1});
    return std::max(unwrapped.end, at + 1);
  }

  // `text` has a `<` at `at`.
  std::size_t take_markup(std::string_view text, std::size_t at, const Place& place) {
    if (!may_be_root(text, at)) return at + 1;
    auto tag = text.substr(at, longest_tag);
    tag = tag.substr(0, tag.find('>'));
    if (tag.find("=\\\"") != npos) {
      return enter(without_escapes(text, at), LoggedForm::literal, place, at);
    }
    if (const auto next = take_quoted(text, at, place); next != npos) return next;
    return take_element(text, at, place);
  }

  // Takes the documents of the quotation that begins at `at`. Returns where to go on, or npos.
  std::size_t take_quoted(std::string_view text, std::size_t at, const Place& place) {
    if (at < unquoted_until_) return npos;
    const auto lines = without_prefixes(text, at);
    if (lines.text.empty()) return npos;
    const auto documents_before = found_.documents.size();
    const auto broken_before = found_.broken.size();
    const auto next = enter(lines, LoggedForm::quoted, place, at);
    if (found_.documents.size() > documents_before) return next;
    found_.broken.resize(broken_before);
    unquoted_until_ = lines.end;
    return npos;
  }

  // Whether a name of a root, with or without prefix, stands behind the `<`.
  [[nodiscard]] bool may_be_root(std::string_view text, std::size_t at) const {
    auto name = text.substr(at + 1, 2 * longest_name);
    name = name.substr(0, name.find_first_of(" \t\r\n/>"));
    name = detail::split_name(name).local;
    return name == "list" || std::ranges::any_of(registry_.roots, [&](const RootInfo& root) {
             return root.name.local == name;
           });
  }

  // Takes the element at `at` or, if it does not end, the roots within it that do. Returns where
  // to go on.
  std::size_t take_element(std::string_view text, std::size_t at, const Place& place) {
    XmlScanner scanner(text.substr(at), limits_.name_bytes, limits_.attributes);
    std::vector<std::pair<std::size_t, std::string_view>> open;
    std::vector<Span> closed;  // roots that may be
    for (;;) {
      const auto token = scanner.next();
      if (token == XmlScanner::Token::error || token == XmlScanner::Token::end) break;
      Span element{at + scanner.offset(), at + scanner.end()};
      if (token == XmlScanner::Token::start_tag && !scanner.is_empty_element()) {
        open.emplace_back(element.begin, scanner.content());
        continue;
      }
      if (token == XmlScanner::Token::end_tag) {
        if (open.back().second != scanner.content()) break;
        element.begin = open.back().first;
        open.pop_back();
      } else if (token != XmlScanner::Token::start_tag) {
        continue;
      }
      if (open.empty()) {
        if (const auto error = take_document(text, element, place)) {
          const auto where = place.in_log(element.begin + error->offset);
          found_.broken.push_back({where, error->rule, error->message, error->help});
        }
        return element.end;
      }
      if (may_be_root(text, element.begin)) closed.push_back(element);
    }
    take_cut(text, at, place, scanner);
    take_outermost(text, closed, place);
    return std::max(at + 1, at + std::max(scanner.offset(), scanner.error().offset));
  }

  // Of `elements`, in the order of their ends, takes those that stand in no other. What they stand
  // in is broken, and has been told.
  void take_outermost(std::string_view text, std::span<const Span> elements, const Place& place) {
    std::vector<Span> outermost;
    for (auto element = elements.rbegin(); element != elements.rend(); ++element) {
      if (outermost.empty() || element->end <= outermost.back().begin) {
        outermost.push_back(*element);
      }
    }
    for (auto element = outermost.rbegin(); element != outermost.rend(); ++element) {
      (void)take_document(text, *element, place);
    }
  }

  void take_cut(std::string_view text, std::size_t at, const Place& place,
                const XmlScanner& scanner) {
    auto name = text.substr(at + 1, longest_name);
    name = name.substr(0, name.find_first_of(" \t\r\n/>"));
    const auto& reason = scanner.error().message;
    found_.broken.push_back(
        {place.in_log(at), "incomplete-document",
         "the log has only a part of '" + std::string(name) +
             "': " + (reason.empty() ? std::string("it does not end") : reason),
         "logs cut long messages; raise the limit of the program that wrote it"});
  }

  // Returns why the element cannot be read.
  std::optional<detail::ScanError> take_document(std::string_view text, const Span& element,
                                                 const Place& place) {
    const auto xml = text.substr(element.begin, element.end - element.begin);
    const auto outline = Outline::read(xml, limits_);
    if (!outline) return outline.error();
    const auto& root = outline->root();
    const auto* const known = registry_.find_root(root.namespace_uri, root.local);
    const bool is_list = root.local == "list" && root.namespace_uri == resource_lists;
    if (known == nullptr && !is_list) return std::nullopt;
    found_.documents.push_back({place.in_log(element.begin), place.form, known, std::string(xml),
                                place.runs(element.begin, element.end)});
    return std::nullopt;
  }

  static constexpr std::string_view resource_lists = "urn:ietf:params:xml:ns:rlmi";

  const CategoryRegistry& registry_;
  const ReadLimits& limits_;
  FoundDocuments found_;
  std::size_t unquoted_until_ = 0;  // before it, lines with prefixes were tried in vain
};

}  // namespace

FoundDocuments find_documents(std::string_view text, const CategoryRegistry& registry,
                              const ReadLimits& limits) {
  Finder finder(registry, limits);
  finder.scan(text, {});
  return finder.take();
}

}  // namespace presentity::presence::log

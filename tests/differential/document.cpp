// SPDX-License-Identifier: MIT
#include "document.hpp"

#include "unicode.hpp"

#include <algorithm>
#include <utility>

namespace presentity::differential {

using detail::no_node;
using detail::NodeId;
using detail::OutlineAttribute;

std::string_view Document::slice(Span span) const {
  return std::string_view(*text).substr(span.begin, span.end - span.begin);
}

Span Document::whole(NodeId id) const { return {outline.node(id).offset, outline.node(id).end}; }

Span Document::start_tag(NodeId id) const {
  const auto begin = outline.node(id).offset;
  char quote = 0;
  auto end = begin;
  for (; quote != 0 || (*text)[end] != '>'; ++end) {
    const char c = (*text)[end];
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    }
  }
  return {begin, end + 1};
}

bool Document::has_end_tag(NodeId id) const {
  const auto tag = start_tag(id);
  return (*text)[tag.end - 2] != '/';
}

Span Document::content(NodeId id) const {
  const auto begin = start_tag(id).end;
  if (!has_end_tag(id)) return {begin, begin};
  return {begin, text->rfind("</", outline.node(id).end - 1)};
}

Span Document::attribute(const OutlineAttribute& attribute) const {
  auto begin = attribute.offset;
  while (detail::is_space((*text)[begin - 1])) --begin;
  return {begin, value(attribute).end + 1};
}

Span Document::value(const OutlineAttribute& attribute) const {
  const auto open = text->find_first_of("\"'", attribute.offset);
  return {open + 1, text->find((*text)[open], open + 1)};
}

std::vector<NodeId> Document::elements() const {
  std::vector<NodeId> found;
  for (NodeId id = 0; id < outline.size(); ++id) {
    if (!outline.node(id).is_text) found.push_back(id);
  }
  return found;
}

std::vector<NodeId> Document::child_elements(NodeId id) const {
  std::vector<NodeId> found;
  for (auto child = outline.node(id).first_child; child != no_node;
       child = outline.node(child).next_sibling) {
    if (!outline.node(child).is_text) found.push_back(child);
  }
  return found;
}

std::string Document::with(std::vector<Edit> edits) const {
  std::ranges::stable_sort(
      edits, {}, [](const Edit& edit) { return std::pair(edit.span.begin, edit.span.end); });
  std::string result;
  std::size_t at = 0;
  for (const auto& edit : edits) {
    result.append(*text, at, edit.span.begin - at);
    result += edit.text;
    at = edit.span.end;
  }
  return result.append(*text, at);
}

Edit Document::add_to_start_tag(NodeId id, std::string inserted) const {
  const auto behind_name = outline.node(id).offset + 1 + outline.node(id).qname.size();
  return {{behind_name, behind_name}, std::move(inserted)};
}

Edit Document::set_content(NodeId id, const std::string& inserted) const {
  if (has_end_tag(id)) return {content(id), inserted};
  const auto end = start_tag(id).end;
  return {{end - 2, end}, ">" + inserted + "</" + std::string(outline.node(id).qname) + ">"};
}

Edit Document::insert_child(NodeId id, const std::string& inserted, Random& random) const {
  if (!has_end_tag(id)) return set_content(id, inserted);
  std::vector<std::size_t> gaps{content(id).begin, content(id).end};
  for (const auto child : child_elements(id)) gaps.push_back(outline.node(child).end);
  const auto gap = random.pick(gaps);
  return {{gap, gap}, inserted};
}

std::optional<Document> read_document(const detail::SchemaModel& model, std::string name,
                                      std::string text) {
  const ReadLimits limits;
  auto kept = std::make_shared<const std::string>(std::move(text));
  auto outline = detail::Outline::read(*kept, limits);
  if (!outline) return std::nullopt;
  const auto& root = outline->root();
  const auto declaration = model.find_element(root.namespace_uri, root.local);
  detail::Assessment assessment;
  assessment.elements.resize(outline->size());
  if (declaration != detail::none) assessment = assess(model, *outline, declaration, limits);
  return Document{std::move(name), std::move(kept), *std::move(outline), std::move(assessment)};
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else if (c == '>') {
      result += "&gt;";
    } else if (c == '"') {
      result += "&quot;";
    } else if (c == '\'') {
      result += "&apos;";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace presentity::differential

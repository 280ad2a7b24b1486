// SPDX-License-Identifier: MIT
#include "outline.hpp"

#include "unicode.hpp"
#include "xml_scanner.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace presentity::detail {

/// Turns the tokens of a scanner into an outline: nesting, namespaces, duplicate attributes.
class OutlineBuilder {
 public:
  OutlineBuilder(std::string_view utf8, const ReadLimits& limits)
      : limits_(limits), scanner_(utf8, limits.name_bytes, limits.attributes) {
    outline_.source_ = utf8;
  }

  Result<Outline, ScanError> build() {
    using Token = XmlScanner::Token;
    for (;;) {
      const auto token = scanner_.next();
      if (token == Token::error) return Unexpected{scanner_.error()};
      if (token == Token::end) break;
      const bool is_good = token == Token::start_tag ? start_element()
                           : token == Token::end_tag ? end_element()
                                                     : add_text(token == Token::cdata);
      if (!is_good) return Unexpected{std::move(error_)};
    }
    if (outline_.nodes_.empty()) {
      return Unexpected{ScanError{"malformed-xml", scanner_.offset(), "there is no element", {}}};
    }
    if (!open_.empty()) {
      const auto& node = outline_.nodes_[open_.back().node];
      return Unexpected{
          ScanError{"malformed-xml",
                    scanner_.offset(),
                    "the document ends inside of element '" + std::string(node.qname) + "'",
                    {}}};
    }
    return std::move(outline_);
  }

 private:
  struct OpenElement {
    NodeId node;
    NodeId last_child = no_node;
    std::size_t declarations_in_scope;  ///< Before this element.
  };

  bool start_element() {
    if (open_.empty() && !outline_.nodes_.empty()) {
      return fail(scanner_.offset(),
                  "a second document element '" + std::string(scanner_.content()) + "'");
    }
    if (open_.size() == limits_.depth) {
      return limit(scanner_.offset(),
                   "more than " + std::to_string(limits_.depth) + " elements inside of each other");
    }
    OutlineNode node;
    node.offset = scanner_.offset();
    node.end = scanner_.end();
    node.qname = scanner_.content();
    node.declarations_begin = static_cast<std::uint32_t>(outline_.declarations_.size());
    open_.push_back({add_node(node), no_node, in_scope_.size()});
    if (!declare_namespaces() || !resolve_element() || !add_attributes()) return false;
    if (scanner_.is_empty_element()) close_element();
    return true;
  }

  bool declare_namespaces() {
    for (const auto& attribute : scanner_.attributes()) {
      const bool is_default = attribute.name == "xmlns";
      if (!is_default && !attribute.name.starts_with("xmlns:")) continue;
      const auto prefix = is_default ? std::string_view() : attribute.name.substr(6);
      std::string_view uri;
      if (!unescape(attribute, uri)) return false;
      if (!check_declaration(attribute, prefix, uri)) return false;
      const auto begin = outline_.declarations_.begin() +
                         static_cast<std::ptrdiff_t>(current().declarations_begin);
      const auto same = [&](const NamespaceDeclaration& d) { return d.prefix == prefix; };
      if (std::any_of(begin, outline_.declarations_.end(), same)) {
        return fail(attribute.offset, "'" + std::string(attribute.name) + "' stands twice");
      }
      outline_.declarations_.push_back({prefix, uri});
      in_scope_.push_back({prefix, uri});
      if (in_scope_.size() > limits_.namespaces_in_scope) {
        return limit(attribute.offset, "more than " + std::to_string(limits_.namespaces_in_scope) +
                                           " namespace declarations in scope");
      }
      if (!count_name(uri, attribute.offset)) return false;
    }
    current().declarations_end = static_cast<std::uint32_t>(outline_.declarations_.size());
    return true;
  }

  bool check_declaration(const RawAttribute& attribute, std::string_view prefix,
                         std::string_view uri) {
    if (uri.size() > limits_.uri_bytes) {
      return limit(attribute.offset,
                   "namespace name of more than " + std::to_string(limits_.uri_bytes) + " bytes");
    }
    const bool is_xml = prefix == "xml";
    const bool is_reserved =
        prefix == "xmlns" || uri == xmlns_namespace || is_xml != (uri == xml_namespace);
    if (is_reserved) return fail(attribute.offset, "a reserved prefix or namespace is declared");
    if (attribute.name != "xmlns" && (prefix.empty() || prefix.find(':') != prefix.npos)) {
      return fail(attribute.offset, "'" + std::string(attribute.name) + "' is not a prefix");
    }
    if (attribute.name != "xmlns" && uri.empty()) {
      return fail(attribute.offset,
                  "prefix '" + std::string(prefix) + "' is declared with an empty namespace");
    }
    return true;
  }

  bool resolve_element() {
    auto& node = current();
    return split(node.qname, node.offset, true, node.local, node.namespace_uri) &&
           count_name(node.local, node.offset);
  }

  bool add_attributes() {
    current().attributes_begin = static_cast<std::uint32_t>(outline_.attributes_.size());
    for (const auto& raw : scanner_.attributes()) {
      if (raw.name == "xmlns" || raw.name.starts_with("xmlns:")) continue;
      OutlineAttribute attribute;
      attribute.qname = raw.name;
      attribute.offset = raw.offset;
      if (!split(raw.name, raw.offset, false, attribute.local, attribute.namespace_uri) ||
          !count_name(attribute.local, raw.offset) || !unescape(raw, attribute.value)) {
        return false;
      }
      if (attribute.value.size() > limits_.value_bytes) {
        return limit(raw.offset,
                     "value of more than " + std::to_string(limits_.value_bytes) + " bytes");
      }
      outline_.attributes_.push_back(attribute);
    }
    current().attributes_end = static_cast<std::uint32_t>(outline_.attributes_.size());
    return check_duplicate_attributes();
  }

  bool check_duplicate_attributes() {
    const auto attributes = outline_.attributes(open_.back().node);
    if (attributes.size() < 2) return true;
    std::vector<const OutlineAttribute*> sorted;
    for (const auto& attribute : attributes) sorted.push_back(&attribute);
    const auto key = [](const OutlineAttribute* a) {
      return std::pair(a->local, a->namespace_uri);
    };
    std::ranges::stable_sort(sorted, {}, key);
    const auto twice = std::ranges::adjacent_find(sorted, {}, key);
    if (twice == sorted.end()) return true;
    const auto& second = **std::next(twice);
    return fail(second.offset, "attribute '" + std::string(second.qname) + "' stands twice");
  }

  bool end_element() {
    if (open_.empty()) {
      return fail(scanner_.offset(),
                  "end tag '" + std::string(scanner_.content()) + "' without a start tag");
    }
    if (current().qname != scanner_.content()) {
      return fail(scanner_.offset(), "end tag '" + std::string(scanner_.content()) +
                                         "' does not match start tag '" +
                                         std::string(current().qname) + "'");
    }
    close_element();
    return true;
  }

  void close_element() {
    current().end = scanner_.end();
    in_scope_.resize(open_.back().declarations_in_scope);
    open_.pop_back();
  }

  bool add_text(bool is_cdata) {
    const auto raw = scanner_.content();
    if (open_.empty()) {
      if (!is_cdata && is_blank(raw)) return true;
      const auto blank = is_cdata ? 0 : raw.find_first_not_of(" \t\r\n");
      return fail(scanner_.offset() + blank, "text outside of the document element");
    }
    const bool as_is = is_cdata ? raw.find('\r') == raw.npos : !needs_unescape(raw, false);
    const auto last = open_.back().last_child;
    const bool continues = last != no_node && outline_.nodes_[last].is_text;
    if (as_is && !continues) {
      if (!raw.empty()) append_text_node(raw);
      return true;
    }
    return continues ? join_text(last, raw, is_cdata) : add_unescaped_text(raw, is_cdata);
  }

  bool add_unescaped_text(std::string_view raw, bool is_cdata) {
    std::string text;
    if (!append_piece(raw, is_cdata, text)) return false;
    outline_.unescaped_.push_back(std::move(text));
    append_text_node(outline_.unescaped_.back());
    return true;
  }

  /// Adds `raw` to the text run `id`, which ends the list of children so far.
  bool join_text(NodeId id, std::string_view raw, bool is_cdata) {
    auto& node = outline_.nodes_[id];
    auto& storage = outline_.unescaped_;
    const bool is_last_stored = !storage.empty() && node.text.data() == storage.back().data();
    if (!is_last_stored) storage.emplace_back(node.text);
    if (!append_piece(raw, is_cdata, storage.back())) return false;
    node.text = storage.back();
    node.end = scanner_.end();
    return true;
  }

  bool append_piece(std::string_view raw, bool is_cdata, std::string& out) {
    if (is_cdata) {
      for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\r' && i + 1 < raw.size() && raw[i + 1] == '\n') continue;
        out.push_back(raw[i] == '\r' ? '\n' : raw[i]);
      }
      return true;
    }
    if (auto error = append_unescaped(raw, scanner_.offset(), false, out)) {
      error_ = std::move(*error);
      return false;
    }
    return true;
  }

  void append_text_node(std::string_view text) {
    OutlineNode node;
    node.is_text = true;
    node.text = text;
    node.offset = scanner_.offset();
    node.end = scanner_.end();
    add_node(node);
  }

  NodeId add_node(OutlineNode node) {
    const auto id = static_cast<NodeId>(outline_.nodes_.size());
    if (!open_.empty()) {
      auto& parent = open_.back();
      node.parent = parent.node;
      auto& link = parent.last_child == no_node ? outline_.nodes_[parent.node].first_child
                                                : outline_.nodes_[parent.last_child].next_sibling;
      link = id;
      parent.last_child = id;
    }
    outline_.nodes_.push_back(node);
    return id;
  }

  bool split(std::string_view qname, std::size_t offset, bool is_element, std::string_view& local,
             std::string_view& uri) {
    const auto colon = qname.find(':');
    local = colon == qname.npos ? qname : qname.substr(colon + 1);
    const auto prefix = colon == qname.npos ? std::string_view() : qname.substr(0, colon);
    const bool is_name =
        colon == qname.npos || (colon > 0 && !local.empty() && local.find(':') == local.npos &&
                                is_name_start(decode_utf8(local, 0).code));
    if (!is_name) return fail(offset, "'" + std::string(qname) + "' is not a qualified name");
    if (prefix.empty() && !is_element) return true;
    const auto* const found = find_prefix(prefix);
    if (found != nullptr) {
      uri = *found;
    } else if (!prefix.empty()) {
      return fail(offset, "namespace prefix '" + std::string(prefix) + "' is not declared",
                  "add xmlns:" + std::string(prefix) + "=\"...\"");
    }
    return true;
  }

  [[nodiscard]] const std::string_view* find_prefix(std::string_view prefix) const {
    if (prefix == "xml") return &xml_namespace;
    const auto found = std::find_if(in_scope_.rbegin(), in_scope_.rend(),
                                    [&](const auto& d) { return d.prefix == prefix; });
    return found == in_scope_.rend() ? nullptr : &found->uri;
  }

  bool unescape(const RawAttribute& attribute, std::string_view& value) {
    value = attribute.raw_value;
    if (!needs_unescape(value, true)) return true;
    const auto offset =
        static_cast<std::size_t>(attribute.raw_value.data() - outline_.source_.data());
    std::string text;
    if (auto error = append_unescaped(attribute.raw_value, offset, true, text)) {
      error_ = std::move(*error);
      return false;
    }
    outline_.unescaped_.push_back(std::move(text));
    value = outline_.unescaped_.back();
    return true;
  }

  bool count_name(std::string_view name, std::size_t offset) {
    names_.insert(name);
    return names_.size() <= limits_.distinct_names ||
           limit(offset,
                 "more than " + std::to_string(limits_.distinct_names) + " different names");
  }

  OutlineNode& current() { return outline_.nodes_[open_.back().node]; }

  bool fail(std::size_t offset, std::string message, std::string help = {}) {
    error_ = {"malformed-xml", offset, std::move(message), std::move(help)};
    return false;
  }

  bool limit(std::size_t offset, std::string message) {
    error_ = {"limit-exceeded", offset, std::move(message), {}};
    return false;
  }

  const ReadLimits& limits_;
  XmlScanner scanner_;
  Outline outline_;
  std::vector<OpenElement> open_;
  std::vector<NamespaceDeclaration> in_scope_;
  std::set<std::string_view> names_;  ///< Ordered: hostile names cannot collide.
  ScanError error_;
};

WrittenName split_name(std::string_view name) noexcept {
  const auto colon = name.find(':');
  if (colon == name.npos || colon == 0) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

Result<Outline, ScanError> Outline::read(std::string_view utf8, const ReadLimits& limits) {
  if (utf8.size() > limits.document_bytes || utf8.size() >= no_node) {
    return Unexpected{
        ScanError{"limit-exceeded",
                  0,
                  "document of more than " + std::to_string(limits.document_bytes) + " bytes",
                  {}}};
  }
  return OutlineBuilder(utf8, limits).build();
}

std::span<const OutlineAttribute> Outline::attributes(NodeId id) const noexcept {
  const auto& node = nodes_[id];
  return std::span(attributes_)
      .subspan(node.attributes_begin, node.attributes_end - node.attributes_begin);
}

std::span<const NamespaceDeclaration> Outline::declarations(NodeId id) const noexcept {
  const auto& node = nodes_[id];
  return std::span(declarations_)
      .subspan(node.declarations_begin, node.declarations_end - node.declarations_begin);
}

const OutlineAttribute* Outline::find_attribute(NodeId id, std::string_view namespace_uri,
                                                std::string_view local) const noexcept {
  for (const auto& attribute : attributes(id)) {
    if (attribute.local == local && attribute.namespace_uri == namespace_uri) return &attribute;
  }
  return nullptr;
}

std::string_view Outline::value_of(NodeId id, std::string_view local) const noexcept {
  const auto* found = find_attribute(id, {}, local);
  return found == nullptr ? std::string_view() : found->value;
}

const std::string_view* Outline::resolve_prefix(NodeId id, std::string_view prefix) const noexcept {
  if (prefix == "xml") return &xml_namespace;
  for (; id != no_node; id = nodes_[id].parent) {
    for (const auto& declaration : declarations(id)) {
      if (declaration.prefix == prefix) return &declaration.uri;
    }
  }
  return nullptr;
}

std::string Outline::direct_text(NodeId id) const {
  std::string text;
  for (auto child = nodes_[id].first_child; child != no_node; child = nodes_[child].next_sibling) {
    if (nodes_[child].is_text) text += nodes_[child].text;
  }
  return text;
}

std::string Outline::path(NodeId id) const { return PathWriter(*this).path(id); }

std::string PathWriter::path(NodeId id) {
  const auto& node = outline_.node(id);
  if (node.is_text) return path(node.parent);
  const auto step = "/" + std::string(node.local);
  if (node.parent == no_node) return step;
  const auto& siblings = children(node.parent);
  const auto place = siblings.counts.at(node.local) == 1
                         ? std::string()
                         : "[" + std::to_string(siblings.indices.at(id)) + "]";
  return path(node.parent) + step + place;
}

const PathWriter::Children& PathWriter::children(NodeId parent) {
  const auto [found, is_new] = children_.try_emplace(parent);
  auto& children = found->second;
  if (!is_new) return children;
  for (auto child = outline_.node(parent).first_child; child != no_node;
       child = outline_.node(child).next_sibling) {
    const auto& node = outline_.node(child);
    if (!node.is_text) children.indices[child] = ++children.counts[node.local];
  }
  return children;
}

std::string Outline::self_contained(NodeId id) const {
  const auto& node = nodes_[id];
  const auto xml = source_.substr(node.offset, node.end - node.offset);
  std::vector<NamespaceDeclaration> inherited;
  const auto knows = [&](std::string_view prefix) {
    const auto same = [&](const NamespaceDeclaration& d) { return d.prefix == prefix; };
    return std::ranges::any_of(declarations(id), same) || std::ranges::any_of(inherited, same);
  };
  for (auto ancestor = node.parent; ancestor != no_node; ancestor = nodes_[ancestor].parent) {
    for (const auto& declaration : declarations(ancestor)) {
      if (!knows(declaration.prefix)) inherited.push_back(declaration);
    }
  }

  std::string text(xml.substr(0, 1 + node.qname.size()));
  for (const auto& [prefix, uri] : inherited) {
    if (prefix.empty() && uri.empty()) continue;
    text += prefix.empty() ? " xmlns" : " xmlns:" + std::string(prefix);
    text += "=\"" + escaped(uri) + "\"";
  }
  return text + std::string(xml.substr(1 + node.qname.size()));
}

}  // namespace presentity::detail

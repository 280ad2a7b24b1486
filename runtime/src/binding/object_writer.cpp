// SPDX-License-Identifier: MIT
#include "binding/object_writer.hpp"

#include "binding/raw_xml.hpp"
#include "outline.hpp"
#include "xml_scanner.hpp"

#include <presentity/raw.hpp>

#include <algorithm>
#include <utility>

namespace presentity::detail {
namespace {

using binding::Alternative;
using binding::Field;
using binding::Struct;
using Of = Spellings::Entry::Of;

const Alternative& chosen(const Field& field, const void* item) {
  return field.alternatives[field.which == nullptr ? 0 : field.which(item)];
}

/// Null if nothing is remembered.
const Spellings* spellings_of(const Struct& structure, const void* object) {
  if (structure.spellings == nullptr) return nullptr;
  const auto& spellings = structure.spellings(object);
  return spellings.empty() ? nullptr : &spellings;
}

}  // namespace

ObjectWriter::ObjectWriter(const SchemaProgram& program, WriteScratch& scratch)
    : program_(program), out_(scratch.text), scratch_(scratch) {
  out_.clear();
  scratch_.declarations.clear();
}

bool ObjectWriter::write(const binding::Root& root, const void* object) {
  root_namespace_ = program_.names[program_.elements[root.element].name].namespace_id;
  write_item(root.field, object, {});
  return !is_too_deep_;
}

std::string ObjectWriter::document() {
  const auto end = out_.size();
  const auto declare = [&](std::string_view colon, std::string_view prefix, std::string_view uri) {
    out_.append(" xmlns", colon, prefix, "=\"");
    is_plain<Place::attribute>(uri) ? out_.append(uri) : out_.append(escaped(uri));
    out_.append("\"");
  };
  if (root_namespace_ != 0) declare("", "", program_.namespaces[root_namespace_]);
  for (const auto& [uri, id, prefix] : scratch_.declarations) {
    declare(":", std::string_view(prefix).substr(0, prefix.size() - 1), uri);
  }
  const auto text = out_.view();
  std::string result;
  result.reserve(text.size());
  result.append(text.substr(0, root_name_end_)).append(text.substr(end));
  result.append(text.substr(root_name_end_, end - root_name_end_));
  return result;
}

void ObjectWriter::write_item(const Field& field, const void* item, const Origin& origin) {
  const auto& alternative = chosen(field, item);
  const auto* const content = alternative.get(item);
  switch (alternative.kind) {
    case Alternative::Kind::value:
    case Alternative::Kind::structure:
      return write_element(alternative, item, content, origin);
    case Alternative::Kind::group:
      return write_fields(*alternative.structure, content,
                          spellings_of(*alternative.structure, content));
    case Alternative::Kind::raw:
      finish_tag();
      return write_raw(static_cast<const RawElement*>(content)->xml);
    case Alternative::Kind::text:
      return write_text(*static_cast<const std::string*>(content));
  }
}

void ObjectWriter::write_raw(std::string_view xml) {
  if (default_namespace_ == 0 || !needs_no_default(xml)) return out_.append(xml);
  const auto name_end = std::min(xml.find_first_of(" \t\r\n/>", 1), xml.size());
  out_.append(xml.substr(0, name_end), " xmlns=\"\"", xml.substr(name_end));
}

void ObjectWriter::write_element(const Alternative& alternative, const void* item,
                                 const void* content, const Origin& origin) {
  if (depth_ == deepest) {
    is_too_deep_ = true;
    return;
  }
  finish_tag();
  const auto& element = program_.elements[alternative.element];
  const auto& type = program_.types[alternative.type];
  const auto& name = program_.names[element.name];
  const auto outer = default_namespace_;
  if (depth_ == 0 || name.namespace_id == 0) default_namespace_ = name.namespace_id;
  const auto prefix = prefix_here(name.namespace_id);
  out_.append("<", prefix, name.local);
  if (depth_ == 0) {
    root_name_end_ = out_.size();
  } else if (default_namespace_ != outer) {
    out_.append(" xmlns=\"\"");  // only ever to leave the default namespace
  }
  ++depth_;
  is_tag_open_ = true;
  if (alternative.structure != nullptr) {
    const auto& structure = *alternative.structure;
    const auto* const spellings = spellings_of(structure, content);
    const bool is_nil = write_schema_attributes(alternative, item, {spellings});
    write_attributes(structure, type, content, spellings);
    if (!is_nil) write_content(structure, content, spellings);
  } else if (!write_schema_attributes(alternative, item, origin)) {
    write_text(text_of(*alternative.value, content, origin));
  }
  if (is_tag_open_) {
    out_.append("/>");
    is_tag_open_ = false;
  } else {
    out_.append("</", prefix, name.local, ">");
  }
  --depth_;
  default_namespace_ = outer;
}

/// Writes xsi:type and xsi:nil where they are needed or were read. Returns whether the element is
/// nil.
bool ObjectWriter::write_schema_attributes(const Alternative& alternative, const void* item,
                                           const Origin& element) {
  const bool is_declared_type = alternative.type == program_.elements[alternative.element].type;
  if (!is_declared_type || element.find(Of::type) != nullptr) {
    write_type(program_.types[alternative.type]);
  }
  if (alternative.nil == nullptr) return false;
  // The flag of an item is read, not written: there is one accessor for both.
  const bool is_nil = *alternative.nil(const_cast<void*>(item));
  const auto text = as_read(is_nil ? "true" : "", element, Of::nil);
  if (!text.empty()) write_attribute(prefix_of(xsi_namespace), "nil", text);
  return is_nil;
}

void ObjectWriter::write_content(const Struct& structure, const void* content,
                                 const Spellings* spellings) {
  if (structure.content != nullptr) {
    const auto& [field, value] = *structure.content;
    if (field.size(content) != 0) {
      write_text(text_of(*value, field.at(content, 0), {spellings, &field}));
    }
  }
  write_fields(structure, content, spellings);
}

void ObjectWriter::write_fields(const Struct& structure, const void* object,
                                const Spellings* spellings) {
  for (const auto& field : structure.fields) {
    const auto size = field.size(object);
    for (std::size_t i = 0; i < size; ++i) {
      write_item(field, field.at(object, i), {spellings, &field, i});
    }
  }
}

void ObjectWriter::write_attributes(const Struct& structure, const TypeRow& type,
                                    const void* object, const Spellings* spellings) {
  const auto* use = program_.attributes.data() + type.attributes.begin;
  for (const auto& attribute : structure.attributes) {
    const auto& name = program_.names[use++->name];
    if (attribute.field.size(object) == 0) continue;
    const auto prefix = prefix_of(name.namespace_id);  // before the value, which may ask for others
    write_attribute(
        prefix, name.local,
        text_of(*attribute.value, attribute.field.at(object, 0), {spellings, &attribute.field}));
  }
  if (structure.other_attributes != nullptr) {
    write_other_attributes(*structure.other_attributes, object);
  }
}

void ObjectWriter::write_other_attributes(const Field& field, const void* object) {
  const auto size = field.size(object);
  for (std::size_t i = 0; i < size; ++i) {
    const auto& [name, value] = *static_cast<const presentity::RawAttribute*>(field.at(object, i));
    write_attribute(prefix_of(name.namespace_uri), name.local, value);
  }
}

void ObjectWriter::write_attribute(std::string_view prefix, std::string_view local,
                                   std::string_view value) {
  if (is_plain<Place::attribute>(value)) {
    return out_.append(" ", prefix, local, "=\"", value, "\"");
  }
  out_.append(" ", prefix, local, "=\"");
  write_escaped<Place::attribute>(value);
  out_.append("\"");
}

/// Nothing leaves the tag open: it may still become an empty one.
void ObjectWriter::write_text(std::string_view text) {
  if (text.empty()) return;
  finish_tag();
  is_plain<Place::text>(text) ? out_.append(text) : write_escaped<Place::text>(text);
}

template <Place place>
void ObjectWriter::write_escaped(std::string_view text) {
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto escape = escape_of<place>(text[i]);
    if (escape.empty()) continue;
    out_.append(text.substr(written, i - written), escape);
    written = i + 1;
  }
  out_.append(text.substr(written));
}

void ObjectWriter::write_type(const TypeRow& type) {
  const auto& name = program_.names[type.name];
  const auto xsi = prefix_of(xsi_namespace);
  out_.append(" ", xsi, "type=\"", prefix_here(name.namespace_id), name.local, "\"");
}

void ObjectWriter::finish_tag() {
  if (is_tag_open_) out_.append(">");
  is_tag_open_ = false;
}

std::string_view ObjectWriter::text_of(const binding::Value& value, const void* content,
                                       const Origin& origin) {
  scratch_.value.clear();
  return as_read(value.format(content, scratch_.value, value, *this), origin, Of::value);
}

/// What was read, if that would be written as `canonical` otherwise.
std::string_view ObjectWriter::as_read(std::string_view canonical, const Origin& origin, Of of) {
  const auto* const entry = origin.find(of);
  return entry == nullptr || entry->canonical != canonical ? canonical : entry->text;
}

std::string_view ObjectWriter::prefix(std::string_view uri) {
  const auto prefix = prefix_of(uri);
  return prefix.substr(0, prefix.find(':'));
}

/// Of an element or type.
std::string_view ObjectWriter::prefix_here(NamespaceId id) {
  return id == default_namespace_ ? std::string_view() : prefix_of(id);
}

/// With the colon; empty for no namespace.
std::string_view ObjectWriter::prefix_of(NamespaceId id) {
  if (id == 0) return {};
  for (const auto& declaration : scratch_.declarations) {
    if (declaration.id == id) return declaration.prefix;
  }
  const auto uri = program_.namespaces[id];
  if (uri == xml_namespace) return "xml:";
  auto& declaration = declaration_of(uri);
  declaration.id = id;
  return declaration.prefix;
}

std::string_view ObjectWriter::prefix_of(std::string_view uri) {
  if (uri.empty()) return {};
  if (uri == xml_namespace) return "xml:";
  return declaration_of(uri).prefix;
}

WriteScratch::Declaration& ObjectWriter::declaration_of(std::string_view uri) {
  auto& all = scratch_.declarations;
  for (auto& declaration : all) {
    if (is_same(declaration.uri, uri)) return declaration;
  }
  auto prefix =
      uri == xsi_namespace ? std::string("xsi:") : "n" + std::to_string(all.size() + 1) + ":";
  return all.emplace_back(WriteScratch::Declaration{uri, no_row, std::move(prefix)});
}

}  // namespace presentity::detail

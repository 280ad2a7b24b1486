// SPDX-License-Identifier: MIT
#include "binding/object_writer.hpp"

#include "binding/raw_xml.hpp"
#include "outline.hpp"
#include "program/byte_scan.hpp"
#include "xml_scanner.hpp"

#include <presentity/raw.hpp>

#include <algorithm>

namespace presentity::detail {
namespace {

using binding::Alternative;
using binding::Field;
using binding::Struct;

const Alternative& chosen(const Field& field, const void* item) {
  return field.alternatives[field.which == nullptr ? 0 : field.which(item)];
}

}  // namespace

ObjectWriter::ObjectWriter(const SchemaProgram& program, std::string& out)
    : program_(program), out_(out) {}

bool ObjectWriter::write(const binding::Root& root, const void* object) {
  root_uri_ =
      program_.namespaces[program_.names[program_.elements[root.element].name].namespace_id];
  write_item(root.field, object);
  insert_declarations();
  return !is_too_deep_;
}

void ObjectWriter::write_item(const Field& field, const void* item) {
  const auto& alternative = chosen(field, item);
  const auto* const content = alternative.get(item);
  switch (alternative.kind) {
    case Alternative::Kind::value:
    case Alternative::Kind::structure:
      return write_element(alternative, item, content);
    case Alternative::Kind::group:
      return write_fields(*alternative.structure, content);
    case Alternative::Kind::raw:
      finish_tag();
      return write_raw(static_cast<const RawElement*>(content)->xml);
    case Alternative::Kind::text: {
      const auto& text = *static_cast<const std::string*>(content);
      if (text.empty()) return;
      finish_tag();
      const auto begin = out_.size();
      out_ += text;
      return escape_from(begin, false);
    }
  }
}

void ObjectWriter::write_raw(std::string_view xml) {
  if (default_uri_.empty() || !needs_no_default(xml)) {
    out_ += xml;
    return;
  }
  const auto name_end = std::min(xml.find_first_of(" \t\r\n/>", 1), xml.size());
  out_.append(xml.substr(0, name_end)).append(" xmlns=\"\"").append(xml.substr(name_end));
}

void ObjectWriter::write_element(const Alternative& alternative, const void* item,
                                 const void* content) {
  if (depth_ == deepest) {
    is_too_deep_ = true;
    return;
  }
  finish_tag();
  const auto& element = program_.elements[alternative.element];
  const auto& type = program_.types[alternative.type];
  const auto outer = default_uri_;
  out_ += '<';
  const auto name_begin = out_.size();
  write_name(program_.names[element.name]);
  const auto name_size = out_.size() - name_begin;
  is_tag_open_ = true;
  ++depth_;
  if (depth_ == 1) {
    root_name_end_ = out_.size();
  } else if (default_uri_ != outer) {
    out_ += " xmlns=\"\"";  // only ever to leave the default namespace
  }
  if (alternative.type != element.type) write_type(type);
  // The flag of an item is read, not written: there is one accessor for both.
  const bool is_nil = alternative.nil != nullptr && *alternative.nil(const_cast<void*>(item));
  if (is_nil) {
    out_ += ' ';
    write_prefixed(xsi_namespace, "nil");
    out_ += "=\"true\"";
  }
  if (alternative.structure != nullptr) {
    write_attributes(*alternative.structure, type, content);
  }
  if (!is_nil) write_content(alternative, content);
  if (is_tag_open_) {
    out_ += "/>";
    is_tag_open_ = false;
  } else {
    out_ += "</";
    out_.append(out_, name_begin, name_size);
    out_ += '>';
  }
  --depth_;
  default_uri_ = outer;
}

void ObjectWriter::write_content(const Alternative& alternative, const void* content) {
  if (alternative.kind == Alternative::Kind::value) {
    return write_value(*alternative.value, content, false);
  }
  const auto& structure = *alternative.structure;
  if (structure.content != nullptr) {
    const auto& simple = *structure.content;
    if (simple.field.size(content) != 0) {
      write_value(*simple.value, simple.field.at(content, 0), false);
    }
  }
  write_fields(structure, content);
}

void ObjectWriter::write_fields(const Struct& structure, const void* object) {
  for (const auto& field : structure.fields) {
    const auto size = field.size(object);
    for (std::size_t i = 0; i < size; ++i) write_item(field, field.at(object, i));
  }
}

void ObjectWriter::write_attributes(const Struct& structure, const TypeRow& type,
                                    const void* object) {
  const auto uses = program_.attributes.subspan(type.attributes.begin, type.attributes.count);
  for (std::size_t i = 0; i < structure.attributes.size(); ++i) {
    const auto& attribute = structure.attributes[i];
    if (attribute.field.size(object) == 0) continue;
    const auto& name = program_.names[uses[i].name];
    out_ += ' ';
    if (name.namespace_id == 0) {
      out_ += name.local;
    } else {
      write_prefixed(program_.namespaces[name.namespace_id], name.local);
    }
    out_ += "=\"";
    write_value(*attribute.value, attribute.field.at(object, 0), true);
    out_ += '"';
  }
  if (structure.other_attributes != nullptr) {
    write_other_attributes(*structure.other_attributes, object);
  }
}

void ObjectWriter::write_other_attributes(const Field& field, const void* object) {
  const auto size = field.size(object);
  for (std::size_t i = 0; i < size; ++i) {
    const auto& attribute = *static_cast<const presentity::RawAttribute*>(field.at(object, i));
    out_ += ' ';
    if (attribute.name.namespace_uri.empty()) {
      out_ += attribute.name.local;
    } else {
      write_prefixed(attribute.name.namespace_uri, attribute.name.local);
    }
    out_ += "=\"";
    const auto begin = out_.size();
    out_ += attribute.value;
    escape_from(begin, true);
    out_ += '"';
  }
}

void ObjectWriter::write_value(const binding::Value& value, const void* content,
                               bool is_attribute) {
  const bool was_open = is_tag_open_ && !is_attribute;
  if (was_open) out_ += '>';
  const auto begin = out_.size();
  value.format(content, out_, value, *this);
  if (was_open && out_.size() == begin) {
    out_.pop_back();  // nothing: the tag may still become an empty one
    return;
  }
  if (was_open) is_tag_open_ = false;
  escape_from(begin, is_attribute);
}

/// Writes the name of an element and makes what it means without a prefix the default namespace.
void ObjectWriter::write_name(const NameRow& name) {
  const auto uri = program_.namespaces[name.namespace_id];
  if (depth_ == 0 || uri.empty()) default_uri_ = uri;
  if (uri == default_uri_) {
    out_ += name.local;
  } else {
    write_prefixed(uri, name.local);
  }
}

void ObjectWriter::write_type(const TypeRow& type) {
  const auto& name = program_.names[type.name];
  const auto uri = program_.namespaces[name.namespace_id];
  out_ += ' ';
  write_prefixed(xsi_namespace, "type");
  out_ += "=\"";
  if (uri == default_uri_) {
    out_ += name.local;
  } else {
    write_prefixed(uri, name.local);
  }
  out_ += '"';
}

void ObjectWriter::write_prefixed(std::string_view uri, std::string_view local) {
  out_.append(prefix(uri)) += ':';
  out_ += local;
}

std::string_view ObjectWriter::prefix(std::string_view uri) {
  if (uri.empty()) return {};
  if (uri == xml_namespace) return "xml";
  for (const auto& declaration : declarations_) {
    if (is_same(declaration.uri, uri)) return declaration.prefix;
  }
  auto name =
      uri == xsi_namespace ? std::string("xsi") : "n" + std::to_string(declarations_.size() + 1);
  return declarations_.emplace_back(Declaration{uri, std::move(name)}).prefix;
}

void ObjectWriter::finish_tag() {
  if (is_tag_open_) out_ += '>';
  is_tag_open_ = false;
}

/// Escapes what has been appended since `begin`.
void ObjectWriter::escape_from(std::size_t begin, bool is_attribute) {
  const auto needs_none = [&](char c) {
    return is(c, is_attribute ? plain_value : plain_text) && c != '>' && c != '"';
  };
  const auto tail = std::string_view(out_).substr(begin);
  if (std::ranges::all_of(tail, needs_none)) return;
  const std::string raw(tail);
  out_.resize(begin);
  for (const char c : raw) {
    switch (c) {
      case '<':
        out_ += "&lt;";
        break;
      case '>':
        out_ += "&gt;";
        break;
      case '&':
        out_ += "&amp;";
        break;
      case '"':
        out_ += is_attribute ? "&quot;" : "\"";
        break;
      case '\r':
        out_ += "&#13;";
        break;
      case '\n':
        out_ += is_attribute ? "&#10;" : "\n";
        break;
      case '\t':
        out_ += is_attribute ? "&#9;" : "\t";
        break;
      default:
        out_ += c;
    }
  }
}

void ObjectWriter::insert_declarations() {
  std::string text;
  if (!root_uri_.empty()) text += " xmlns=\"" + escaped(root_uri_) + '"';
  for (const auto& declaration : declarations_) {
    text += " xmlns:" + declaration.prefix + "=\"" + escaped(declaration.uri) + '"';
  }
  out_.insert(root_name_end_, text);
}

}  // namespace presentity::detail

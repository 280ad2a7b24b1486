// SPDX-License-Identifier: MIT
#include "binding/object_writer.hpp"

#include "binding/markup_buffer.hpp"
#include "binding/prefixes.hpp"
#include "binding/raw_xml.hpp"
#include "outline.hpp"

#include <presentity/raw.hpp>

#include <cstddef>
#include <string_view>

namespace presentity::detail {
namespace {

using binding::Alternative;
using binding::Field;
using binding::Struct;
using binding::Value;
using Of = Spellings::Entry::Of;

/// What remembers how an item was written.
struct Origin {
  const Spellings* spellings = nullptr;  ///< Null if nothing is remembered.
  const Field* field = nullptr;
  std::size_t index = 0;

  [[nodiscard]] const Spellings::Entry* find(Of of) const noexcept {
    return spellings == nullptr ? nullptr : spellings->find(of, field, index);
  }
};

const Alternative& chosen(const Field& field, const void* item) {
  return field.alternatives[field.which == nullptr ? 0 : field.which(item)];
}

/// Null if nothing is remembered.
const Spellings* spellings_of(const Struct& structure, const void* object) {
  if (structure.spellings == nullptr) return nullptr;
  const auto& spellings = structure.spellings(object);
  return spellings.empty() ? nullptr : &spellings;
}

/// What was read, if that would be written as `canonical` otherwise.
std::string_view as_read(std::string_view canonical, const Origin& origin, Of of) {
  const auto* const entry = origin.find(of);
  return entry == nullptr || entry->canonical != canonical ? canonical : entry->text;
}

/// Its memory is kept for the next document.
class ObjectWriter {
 public:
  std::optional<std::string> write(const SchemaProgram& program, const binding::Root& root,
                                   const void* object) {
    program_ = &program;
    out_.clear();
    prefixes_.begin(program);
    default_namespace_ = program.names[program.elements[root.element].name].namespace_id;
    depth_ = 0;
    is_too_deep_ = false;
    write_item(root.field, object, {});
    if (is_too_deep_) return std::nullopt;
    return document();
  }

 private:
  static constexpr std::size_t deepest = 1000;

  std::string document() {
    const auto end = out_.size();
    for (const auto& [uri, id, prefix] : prefixes_.declarations()) {
      out_.append(" xmlns:", std::string_view(prefix).substr(0, prefix.size() - 1), "=\"");
      out_.write_text<Place::attribute>(uri);
      out_.end_attribute();
    }
    const auto text = out_.view();
    std::string result;
    result.reserve(text.size());
    result.append(text.substr(0, declarations_at_)).append(text.substr(end));
    result.append(text.substr(declarations_at_, end - declarations_at_));
    return result;
  }

  void write_item(const Field& field, const void* item, const Origin& origin) {
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
        out_.finish_tag();
        return write_raw(static_cast<const RawElement*>(content)->xml);
      case Alternative::Kind::text:
        return out_.write_text<Place::text>(*static_cast<const std::string*>(content));
    }
  }

  void write_raw(std::string_view xml) {
    if (default_namespace_ == 0 || !needs_no_default(xml)) return out_.append(xml);
    const auto name_end = tag_name_end(xml);
    out_.append(xml.substr(0, name_end), " xmlns=\"\"", xml.substr(name_end));
  }

  void write_element(const Alternative& alternative, const void* item, const void* content,
                     const Origin& origin) {
    if (depth_ == deepest) {
      is_too_deep_ = true;
      return;
    }
    const auto outer = default_namespace_;
    const auto& element = program_->elements[alternative.element];
    const auto& name = program_->names[element.name];
    begin_tag(name);
    ++depth_;
    if (alternative.structure != nullptr) {
      write_structure(alternative, item, content);
    } else if (!write_schema_attributes(alternative, item, origin)) {
      write_value<Place::text>(*alternative.value, content, origin);
    }
    --depth_;
    out_.end_tag(prefix_here(name.namespace_id), name.local);
    default_namespace_ = outer;
  }

  void write_structure(const Alternative& alternative, const void* item, const void* content) {
    const auto& structure = *alternative.structure;
    const auto* const spellings = spellings_of(structure, content);
    const bool is_nil = write_schema_attributes(alternative, item, {spellings});
    write_attributes(structure, program_->types[alternative.type], content, spellings);
    if (is_nil) return;
    if (structure.content != nullptr) {
      const auto& [field, value] = *structure.content;
      const auto* const text = field.items(content).first;
      if (text != nullptr) write_value<Place::text>(*value, text, {spellings, &field});
    }
    write_fields(structure, content, spellings);
  }

  void write_fields(const Struct& structure, const void* object, const Spellings* spellings) {
    for (const auto& field : structure.fields) {
      auto [item, count] = field.items(object);
      for (std::size_t i = 0; i < count;) {
        write_item(field, item, {spellings, &field, i});
        if (++i < count) item = field.at(object, i);
      }
    }
  }

  /// Writes xsi:type and xsi:nil where they are needed or were read. Returns whether the element is
  /// nil.
  bool write_schema_attributes(const Alternative& alternative, const void* item,
                               const Origin& element) {
    const bool is_declared_type = alternative.type == program_->elements[alternative.element].type;
    if (!is_declared_type || element.find(Of::type) != nullptr) {
      write_type(program_->types[alternative.type]);
    }
    return alternative.nil != nullptr && write_nil(alternative, item, element);
  }

  [[gnu::noinline]] bool write_nil(const Alternative& alternative, const void* item,
                                   const Origin& element) {
    // The flag of an item is read, not written: there is one accessor for both.
    const bool is_nil = *alternative.nil(const_cast<void*>(item));
    const auto text = as_read(is_nil ? "true" : "", element, Of::nil);
    if (!text.empty()) out_.write_attribute(prefixes_.of(xsi_namespace), "nil", text);
    return is_nil;
  }

  [[gnu::noinline]] void write_type(const TypeRow& type) {
    const auto& name = program_->names[type.name];
    out_.begin_attribute(prefixes_.of(xsi_namespace), "type");
    out_.append(prefix_here(name.namespace_id), name.local, "\"");
  }

  void write_attributes(const Struct& structure, const TypeRow& type, const void* object,
                        const Spellings* spellings) {
    const auto* use = program_->attributes.data() + type.attributes.begin;
    for (const auto& [field, value] : structure.attributes) {
      const auto& row = *use++;
      const auto* const item = field.items(object).first;
      if (item == nullptr) continue;
      const auto& name = program_->names[row.name];
      out_.begin_attribute(prefix_of(name.namespace_id), name.local);
      write_value<Place::attribute>(*value, item, {spellings, &field});
      out_.end_attribute();
    }
    if (structure.other_attributes != nullptr) {
      write_other_attributes(*structure.other_attributes, object);
    }
  }

  void write_other_attributes(const Field& field, const void* object) {
    const auto count = field.items(object).count;
    for (std::size_t i = 0; i < count; ++i) {
      const auto& [name, value] =
          *static_cast<const presentity::RawAttribute*>(field.at(object, i));
      out_.write_attribute(prefixes_.of(name.namespace_uri), name.local, value);
    }
  }

  template <Place place>
  void write_value(const Value& value, const void* content, const Origin& origin) {
    if (value.write == nullptr || origin.spellings != nullptr) {
      return out_.write_text<place>(text_of(value, content, origin));
    }
    constexpr bool is_text = place == Place::text;
    out_.end_at(value.write(content, is_text ? out_.begin_text(Value::most_written) : out_.end()));
  }

  std::string_view text_of(const Value& value, const void* content, const Origin& origin) {
    scratch_.clear();
    const auto canonical = value.format(content, scratch_, value, prefixes_);
    return origin.spellings == nullptr ? canonical : as_read(canonical, origin, Of::value);
  }

  void begin_tag(const NameRow& name) {
    const auto outer = default_namespace_;
    if (name.namespace_id == 0) default_namespace_ = 0;
    out_.begin_tag(prefix_here(name.namespace_id), name.local);
    if (default_namespace_ != outer) out_.append(" xmlns=\"\"");
    if (depth_ == 0) declare_default();
  }

  void declare_default() {
    if (default_namespace_ != 0) {
      out_.write_attribute({}, "xmlns", program_->namespaces[default_namespace_]);
    }
    declarations_at_ = out_.size();
  }

  /// Of an element or type.
  std::string_view prefix_here(NamespaceId id) {
    return id == default_namespace_ ? std::string_view() : prefix_of(id);
  }

  std::string_view prefix_of(NamespaceId id) {
    return id == 0 ? std::string_view() : prefixes_.of(id);
  }

  const SchemaProgram* program_ = nullptr;
  MarkupBuffer out_;
  Prefixes prefixes_;
  std::string scratch_;                ///< For `Value::format`.
  NamespaceId default_namespace_ = 0;  ///< What a name without prefix means here.
  std::size_t declarations_at_ = 0;    ///< Where the prefixes are to be declared.
  std::size_t depth_ = 0;
  bool is_too_deep_ = false;
};

}  // namespace

std::optional<std::string> write_object(const SchemaProgram& program, const binding::Root& root,
                                        const void* object) {
  thread_local ObjectWriter writer;
  return writer.write(program, root, object);
}

}  // namespace presentity::detail

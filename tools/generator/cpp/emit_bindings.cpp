// SPDX-License-Identifier: MIT
#include "generator/cpp/emit.hpp"

#include <algorithm>
#include <map>

namespace presentity::generator::cpp {
namespace {

std::string item_arguments(const std::string& item, const FieldBinding& field,
                           const Alternative& alternative) {
  if (!field.is_variant) return item;
  const auto* how = alternative.is_wrapped ? "b::Held::in_wrapper" : "b::Held::in_variant";
  return item + ", " + how + ", " + std::to_string(alternative.index);
}

std::string hops_text(const LeafBinding& leaf) {
  std::string text;
  for (const auto& [field, alternative] : leaf.groups) {
    text += (text.empty() ? "{" : ", {") + std::to_string(field) + ", " +
            std::to_string(alternative) + "}";
  }
  return text;
}

/// Names of the hops that leaves share, by their text.
using Hops = std::map<std::string, std::string>;

Hops emit_hops(const StructBinding& binding, SourceWriter& out) {
  Hops names;
  for (const auto& leaf : binding.leaves) {
    const auto text = hops_text(leaf);
    if (text.empty() || names.contains(text)) continue;
    const auto name = names.emplace(text, "hops_" + std::to_string(names.size())).first->second;
    out.line("constexpr b::Leaf::Hop " + name + "[] = {" + text + "};");
  }
  return names;
}

void emit_leaves(const StructBinding& binding, SourceWriter& out) {
  if (binding.leaves.empty()) return;
  const auto hops = emit_hops(binding, out);
  std::vector<SourceWriter::Commented> lines;
  for (const auto& leaf : binding.leaves) {
    const auto text = hops_text(leaf);
    const auto way = text.empty() ? "{}" : hops.at(text);
    lines.push_back({leaf.is_start ? "{}," : "{" + way + ", " + std::to_string(leaf.field) + "},",
                     leaf.comment});
  }
  out.emit({{"lines", [&] { out.commented(lines); }}}, R"(
             constexpr b::Leaf leaves[] = {
                 $lines$
             };
           )");
}

/// A state has one row: how many groups go on, by edge.
void emit_kept_groups(const StructBinding& binding, SourceWriter& out) {
  if (binding.kept_groups.empty()) return;
  constexpr std::size_t most_in_a_line = 28;
  std::vector<SourceWriter::Commented> lines;
  for (std::size_t i = 0; i < binding.kept_groups.size(); ++i) {
    const auto& state = binding.kept_groups[i];
    const auto& leaf = binding.leaves[i % binding.leaves.size()];
    const std::string edges = i < binding.leaves.size() ? "" : ", wildcards";
    for (std::size_t begin = 0; begin < state.size(); begin += most_in_a_line) {
      std::string text;
      const auto end = std::min(state.size(), begin + most_in_a_line);
      for (auto edge = begin; edge < end; ++edge) {
        text += (edge == begin ? "" : " ") + std::to_string(state[edge]) + ",";
      }
      lines.push_back({text, (leaf.is_start ? "at the " : "after ") + leaf.comment + edges});
    }
  }
  out.emit({{"lines", [&] { out.commented(lines); }}}, R"(
             constexpr std::uint8_t kept_groups[] = {
                 $lines$
             };
           )");
}

std::string tables_name(const StructBinding& binding) { return "of_" + binding.name; }

bool has_tables(const StructBinding& binding) {
  return !binding.fields.empty() || !binding.attributes.empty() || !binding.content.empty() ||
         !binding.other_attributes.empty();
}

void emit_attributes(const StructBinding& binding, SourceWriter& out) {
  const auto attribute = [](const AttributeBinding& one) {
    return "b::attribute<&T::" + one.member + ">(" + one.value + ")";
  };
  if (!binding.attributes.empty()) {
    out.line("constexpr b::Attribute attributes[] = {");
    for (const auto& one : binding.attributes) {
      out.call("    b::attribute<&T::" + one.member + ">", {one.value}, "),");
    }
    out.line("};");
  }
  if (!binding.other_attributes.empty()) {
    out.assign("constexpr auto other_attributes",
               "b::field<&T::" + binding.other_attributes + ">()");
  }
  for (const auto& one : binding.content) {
    out.assign("constexpr auto content", attribute(one));
  }
}

}  // namespace

void emit_alternatives(const std::string& name, const std::string& item, const FieldBinding& field,
                       SourceWriter& out) {
  out.line("constexpr b::Alternative " + name + "[] = {");
  for (const auto& alternative : field.alternatives) {
    const auto arguments = item_arguments(item, field, alternative);
    out.call("    b::" + alternative.maker + "<" + arguments + ">", alternative.arguments, "),");
  }
  out.line("};");
}

void emit_tables(const StructBinding& binding, SourceWriter& out) {
  if (!has_tables(binding)) return;
  out.emit({{"name", tables_name(binding)}, {"Type", binding.type}}, R"(

             namespace $name$ {
             using T = $Type$;
           )");
  for (const auto& field : binding.fields) {
    emit_alternatives("items_of_" + field.member, "&T::" + field.member, field, out);
  }
  if (!binding.fields.empty()) {
    out.line("constexpr b::Field fields[] = {");
    for (const auto& field : binding.fields) {
      const std::string maker = field.is_variant ? "b::variant_field<&T::" : "b::field<&T::";
      out.call("    " + maker + field.member + ">", {"items_of_" + field.member}, "),");
    }
    out.line("};");
  }
  emit_attributes(binding, out);
  emit_leaves(binding, out);
  emit_kept_groups(binding, out);
  out.line("}  // namespace " + tables_name(binding));
}

void emit_struct_binding(const StructBinding& binding, SourceWriter& out) {
  if (!has_tables(binding)) {
    out.line("constinit const b::Struct " + binding.name + "{};");
    return;
  }
  const auto row = [&](std::string_view name, bool is_there, const std::string& value) {
    if (is_there) {
      out.line("    ." + std::string(name) + " = " + value + ",");
    }
  };
  const auto from = tables_name(binding) + "::";
  out.line("constinit const b::Struct " + binding.name + "{");
  row("fields", !binding.fields.empty(), from + "fields");
  row("attributes", !binding.attributes.empty(), from + "attributes");
  row("other_attributes", !binding.other_attributes.empty(), "&" + from + "other_attributes");
  row("content", !binding.content.empty(), "&" + from + "content");
  row("mixed", binding.is_mixed, "&" + from + "fields[0]");
  row("spellings", !binding.spellings.empty(),
      "b::spellings<&" + from + "T::" + binding.spellings + ">()");
  row("leaves", !binding.leaves.empty(), from + "leaves");
  row("kept_groups", !binding.kept_groups.empty(), from + "kept_groups");
  out.line("};");
}

void emit_value_members(const Value& value, SourceWriter& out) {
  if (value.members.empty()) return;
  std::vector<SourceWriter::Commented> lines;
  for (const auto& member : value.members) {
    const auto which = value.is_union ? ", " + std::to_string(member.alternative) : "";
    lines.push_back({"{" + std::to_string(member.simple_type) + ", &" + member.value + which + "},",
                     member.type});
  }
  out.emit({{"name", value.name}, {"lines", [&] { out.commented(lines); }}}, R"(

             constexpr b::Value::Member $name$_members[] = {
                 $lines$
             };
           )");
}

void emit_value(const Value& value, SourceWriter& out) {
  const auto members = value.members.empty() ? "" : value.name + "_members";
  out.assign("constinit const b::Value " + value.name, "b::" + value.maker + "(" + members + ")");
}

}  // namespace presentity::generator::cpp

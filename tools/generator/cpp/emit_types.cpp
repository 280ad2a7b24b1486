// SPDX-License-Identifier: MIT
#include "generator/cpp/emit.hpp"

#include <algorithm>

namespace presentity::generator::cpp {
namespace {

/// The name of `type` in the global namespace, where its trait stands.
std::string full_name(const Enum& type, const File& file) {
  return file.cpp_namespace + "::" + type.name;
}

}  // namespace

void emit_doc(const Doc& doc, SourceWriter& out) {
  out.doc(doc.text);
  if (!doc.text.empty() && !doc.origin.empty()) out.line("///");
  if (!doc.origin.empty()) out.doc("Schema: " + doc.origin);
}

void emit_enum(const Enum& type, SourceWriter& out) {
  const auto enumerators = [&] {
    for (const auto& enumerator : type.enumerators) {
      out.doc(enumerator.doc);
      out.line(enumerator.name + ",");
    }
  };
  out.line("");
  out.emit({{"doc", [&] { emit_doc(type.doc, out); }},
            {"Type", type.name},
            {"underlying", type.underlying},
            {"enumerators", enumerators}},
           R"(
             $doc$
             enum class $Type$ : $underlying$ {
               $enumerators$
             };
           )");
  out.line("");
  out.call("[[nodiscard]] std::string_view to_string", {type.name + " value"}, ") noexcept;");
}

void emit_enum_tokens_declaration(const Enum& type, const File& file, SourceWriter& out) {
  out.emit(
      {{"trait",
        [&] { out.call("struct presentity::EnumTokens", {full_name(type, file)}, "> {", "<"); }}},
      R"(

             template <>
             $trait$
               static std::span<const std::string_view> all() noexcept;
             };
           )");
}

void emit_enum_tokens(const Enum& type, const File& file, SourceWriter& out) {
  std::vector<SourceWriter::Commented> tokens;
  for (const auto& enumerator : type.enumerators) {
    tokens.push_back({literal(enumerator.token) + ",", enumerator.name});
  }
  const std::string result = "std::span<const std::string_view>";
  const std::string trait = "presentity::EnumTokens";
  const auto name = full_name(type, file);
  const std::string tail = ">::all() noexcept {";
  const auto head = [&] {
    const auto size = width(trait) + 1 + width(name) + width(tail);
    const bool result_stands_alone = width(result) + 1 + size > line_width && size <= line_width;
    if (result_stands_alone) out.line(result);
    out.call(result_stands_alone ? trait : result + " " + trait, {name}, tail, "<");
  };
  out.emit({{"head", head}, {"tokens", [&] { out.commented(tokens); }}},
           R"(

             $head$
               static constexpr std::string_view tokens[] = {
                   $tokens$
               };
               return tokens;
             }
           )");
}

void emit_to_string(const Enum& type, SourceWriter& out) {
  out.emit({{"Type", type.name}}, R"(

             std::string_view to_string($Type$ value) noexcept {
               const auto index = static_cast<std::size_t>(value);
               return ::presentity::EnumTokens<$Type$>::all()[index];
             }
           )");
}

void emit_alias(const Alias& alias, SourceWriter& out) {
  emit_doc(alias.doc, out);
  const auto begin = "using " + alias.name + " =";
  if (alias.arguments.empty()) {
    out.line(begin + " " + alias.head + ";");
    return;
  }
  std::string all;
  for (const auto& argument : alias.arguments) all += (all.empty() ? "" : ", ") + argument;
  const auto behind = alias.head + "<" + all + ">;";
  // As clang-format does: behind '=' if that saves a line, else below the first argument.
  const auto lines = [&](std::size_t room) { return (width(all) + 2 + room - 1) / room; };
  const auto room_here =
      line_width - std::min<std::size_t>(line_width - 1, width(begin) + width(alias.head) + 2);
  const auto room_next = line_width - 4 - width(alias.head) - 1;
  const bool fits = width(begin) + 1 + width(behind) <= line_width;
  if (fits || lines(room_here) <= lines(room_next)) {
    out.call(begin + " " + alias.head, alias.arguments, ">;", "<");
  } else {
    out.line(begin);
    out.call("    " + alias.head, alias.arguments, ">;", "<");
  }
}

void emit_struct(const Struct& type, SourceWriter& out) {
  const auto members = [&] {
    for (const auto& member : type.members) {
      out.doc(member.doc);
      const auto name =
          member.name + (member.initializer.empty() ? "" : " = ") + member.initializer + ";";
      const bool fits = out.indent() + width(member.type) + 1 + width(name) <= line_width;
      out.line(member.type + (fits ? " " + name : ""));
      if (fits) continue;
      const bool fits_alone = out.indent() + 4 + width(name) <= line_width;
      out.line("    " + (fits_alone ? name : member.name + " ="));
      if (!fits_alone) out.line("        " + member.initializer + ";");
    }
    if (!type.members.empty()) out.line("");
    const auto other = "const " + type.name + "&";
    out.call("friend bool operator==", {other, other}, ") = default;");
  };
  out.emit({{"doc", [&] { emit_doc(type.doc, out); }}, {"Type", type.name}, {"members", members}},
           R"(
             $doc$
             struct $Type$ {
               $members$
             };
           )");
}

void emit_root_declaration(const Root& root, SourceWriter& out) {
  out.line("");
  emit_doc(root.doc, out);
  out.function("[[nodiscard]] ::presentity::ReadResult<" + root.type + ">", "read_" + root.name,
               {"std::string_view xml", "const ::presentity::ReadLimits& limits = {}"}, ");");
  out.function("[[nodiscard]] ::presentity::WriteResult", "write_" + root.name,
               {"const " + root.type + "& value"}, ");");
}

void emit_root(const Root& root, SourceWriter& out) {
  out.line("");
  out.function("::presentity::ReadResult<" + root.type + ">", "read_" + root.name,
               {"std::string_view xml", "const ::presentity::ReadLimits& limits"}, ") {");
  out.line("  return b::read<" + root.type + ">(" + root.name + "_root, xml, limits);");
  out.line("}");
  out.line("");
  emit_short_function(
      {"::presentity::WriteResult", "write_" + root.name, "const " + root.type + "& value"},
      "return b::write(" + root.name + "_root, &value);", out);
}

/// In one line, if it fits.
void emit_short_function(const ShortFunction& head, const std::string& body, SourceWriter& out) {
  const auto end = head.qualifier.empty() ? std::string(") {") : ") " + head.qualifier + " {";
  const auto line = head.result + ' ' + head.name + '(' + head.parameter + end + ' ' + body + " }";
  if (width(line) <= line_width) return out.line(line);
  std::vector<std::string> parameters;
  if (!head.parameter.empty()) parameters.push_back(head.parameter);
  out.function(head.result, head.name, parameters, end);
  out.line("  " + body);
  out.line("}");
}

}  // namespace presentity::generator::cpp

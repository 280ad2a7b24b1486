// SPDX-License-Identifier: MIT
#include "generator/cpp/file_words.hpp"

#include "generator/cpp/type_map.hpp"

#include <algorithm>

namespace presentity::generator::cpp {

using detail::TypeId;

std::string include_name(const SchemaFile& file) {
  return file.is_built_in ? "<presentity/native/" + file.stem + ".hpp>"
                          : "\"" + file.stem + ".hpp\"";
}

FileWords::FileWords(const TypeTable& types, FileId file) : types_(types), file_(file) {}

void FileWords::use_home(FileId home) {
  if (home == file_) return;
  homes_.insert(home);
  includes_.insert(include_name(types_.sources().file(home)));
}

std::string FileWords::type_in(FileId home, const std::string& name) {
  use_home(home);
  const auto& scope = types_.namespace_of(home);
  return scope == types_.namespace_of(file_) ? name : "::" + scope + "::" + name;
}

std::string FileWords::binding_in(FileId home, const std::string& name) {
  use_home(home);
  const auto& scope = types_.namespace_of(home);
  const auto path = "bindings::" + member_name(name);
  if (scope == types_.namespace_of(file_)) return path;
  auto& alias = aliases_[scope];
  if (alias.empty()) {
    const auto last = scope.rfind(':');
    alias = alias_scope_.add("in_" + (last == std::string::npos ? scope : scope.substr(last + 1)));
  }
  return alias + "::" + path;
}

std::string FileWords::type(TypeId id) { return type_in(types_[id].place->file, types_[id].name); }

std::string FileWords::binding(TypeId id) {
  return binding_in(types_[id].place->file, types_[id].name);
}

ValueWords FileWords::value(TypeId id) {
  const auto type = types_.value_type(id);
  if (!types_[type].name.empty()) {
    const bool is_enum = types_.kind(type) == SimpleKind::enumeration;
    if (types_.kind(type) == SimpleKind::one_of) {  // of one C++ type: a name for that type
      const auto parts = types_.members(type);
      const auto first = value(parts.front());
      if (is_one_value(parts)) return {this->type(type), first.value, first.initializer};
    }
    return {this->type(type), binding(type), is_enum ? "{}" : ""};
  }
  const auto& facts = types_.model().type(type).simple;
  if (facts.variety == detail::Variety::list) {  // NMTOKENS, IDREFS, ENTITIES
    use("<string>");
    return {runtime("List", "list") + "<std::string>", "b::values::tokens", ""};
  }
  const auto& row = built_in(facts.built_in);
  if (row.header.starts_with("<presentity/")) {
    includes_.emplace(row.header);
  } else {
    use(row.header);
  }
  return {std::string(row.type), "b::values::" + std::string(row.value),
          std::string(row.initializer)};
}

bool FileWords::is_one_value(const std::vector<TypeId>& members) {
  const auto first = value(members.front());
  return std::ranges::all_of(members, [&](TypeId member) {
    return plain_type(member) == plain_type(members.front()) && value(member).value == first.value;
  });
}

std::string FileWords::plain_type(TypeId id) {
  const auto type = types_.value_type(id);
  const auto& facts = types_.model().type(type).simple;
  const auto kind = types_[type].name.empty() ? SimpleKind::built_in : types_.kind(type);
  if (kind == SimpleKind::list)
    return "::presentity::List<" + plain_type(facts.member_types.front()) + ">";
  if (kind != SimpleKind::one_of) return value(type).type;
  std::string parts;
  for (const auto& part : plain_alternatives(types_.members(type))) parts += part + ",";
  return "std::variant<" + parts + ">";
}

std::vector<std::string> FileWords::plain_alternatives(const std::vector<TypeId>& members) {
  std::vector<std::string> result;
  for (const auto member : members) {
    const auto type = plain_type(member);
    if (std::ranges::find(result, type) == result.end()) result.push_back(type);
  }
  return result;
}

std::string FileWords::runtime(std::string_view name, std::string_view header) {
  includes_.insert("<presentity/" + std::string(header) + ".hpp>");
  return "::presentity::" + std::string(name);
}

void FileWords::use(std::string_view header) {
  if (!header.empty()) system_includes_.emplace(header);
}

std::string FileWords::optional(const std::string& item) {
  use("<optional>");
  return "std::optional<" + item + ">";
}

std::string FileWords::many(const std::string& item) {
  const bool is_bool = item == "bool";  // std::vector<bool> holds no bool that one could point to
  use(is_bool ? "<deque>" : "<vector>");
  return (is_bool ? "std::deque<" : "std::vector<") + item + ">";
}

void FileWords::finish(File& file) const {
  file.includes.assign(includes_.begin(), includes_.end());
  file.system_includes.assign(system_includes_.begin(), system_includes_.end());
  for (const auto& [scope, alias] : aliases_) file.namespaces.push_back(alias + " = ::" + scope);
}

}  // namespace presentity::generator::cpp

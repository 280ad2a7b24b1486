// SPDX-License-Identifier: MIT
#include "xml_scanner.hpp"

#include <presentity/presence/stream.hpp>

#include <utility>

namespace presentity::presence {
namespace {

namespace d = ::presentity::detail;

constexpr std::string_view categories_end = "</categories>";
constexpr std::string_view publish_end = "</publications></publish>";

/// The entry of a document that has one, behind `tags` start tags and before `end`. What the
/// document element declares for the sake of the entry, the entry declares then.
std::string entry_of(std::string_view document, int tags, std::string_view end) {
  d::XmlScanner scanner(document, document.size(), document.size());
  std::string declarations;
  for (int i = 0; i < tags; ++i) {
    scanner.next();
    for (const auto& attribute : scanner.attributes()) {
      if (!attribute.name.starts_with("xmlns:")) continue;
      declarations.append(" ").append(attribute.name).append("=\"");
      declarations.append(attribute.raw_value).append("\"");
    }
  }
  auto entry = document.substr(scanner.end());
  entry.remove_suffix(end.size());
  const auto name_end = entry.find_first_of(" />");
  std::string result(entry.substr(0, name_end));
  return result.append(declarations).append(entry.substr(name_end));
}

}  // namespace

CategoriesWriter::CategoriesWriter(std::string uri)
    : begin_(R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories")") {
  if (!uri.empty()) begin_.append(" uri=\"").append(d::escaped(uri)).append("\"");
  begin_ += '>';
}

WriteResult CategoriesWriter::append(const CategoryInstance& instance) const {
  native::categories::CategoriesType envelope;
  envelope.category.push_back(instance);
  const auto document = native::categories::write_categories(envelope);
  if (!document) return document;
  return entry_of(*document, 1, categories_end);
}

std::string_view CategoriesWriter::end() const noexcept { return categories_end; }

PublishWriter::PublishWriter(std::string uri)
    : begin_(R"(<publish xmlns="http://schemas.microsoft.com/2006/09/sip/rich-presence">)"
             R"(<publications uri=")" +
             d::escaped(uri) + "\">") {}

WriteResult PublishWriter::append(const Publication& publication) const {
  const auto document = native::rich_presence::write_publish(make_request("", {publication}));
  if (!document) return document;
  return entry_of(*document, 2, publish_end);
}

std::string_view PublishWriter::end() const noexcept { return publish_end; }

}  // namespace presentity::presence

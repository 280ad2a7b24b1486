// SPDX-License-Identifier: MIT
#include "annotation.hpp"

#include "schema_checks.hpp"
#include "xerces_text.hpp"

#include <xercesc/framework/psvi/XSAnnotation.hpp>

#include <charconv>
#include <iterator>
#include <sstream>
#include <utility>

namespace presentity::detail {

std::vector<std::string> words(std::string_view text) {
  std::istringstream stream{std::string(text)};
  return {std::istream_iterator<std::string>(stream), {}};
}

Annotation::Annotation(xercesc::XSAnnotation* annotation) {
  if (annotation == nullptr) return;
  text_ = to_utf8(annotation->getAnnotationString());
  schema_ = file_name(to_utf8(annotation->getSystemId()));
  ReadLimits limits;
  limits.namespaces_in_scope = 4096;
  limits.attributes = 4096;
  if (auto outline = Outline::read(text_, limits)) outline_ = std::move(*outline);
}

std::string Annotation::documentation() const {
  std::string text;
  if (!outline_) return text;
  for (NodeId id = 0; id < outline_->size(); ++id) {
    const auto& node = outline_->node(id);
    if (node.is_text || node.local != "documentation") continue;
    for (const auto& word : words(outline_->direct_text(id))) {
      text += text.empty() ? word : " " + word;
    }
  }
  return text;
}

void Annotation::add_remarks(RemarkWords& remarks) const {
  for_each_remark([&](const Outline& outline, NodeId id) {
    const auto name = outline.node(id).local;
    if (name == "undocumented") remarks.is_undocumented = true;
    if (name == "open-enumeration") remarks.is_open_enumeration = true;
    if (name == "extension") {
      const auto block = outline.value_of(id, "block");
      std::uint16_t number = 0;
      std::from_chars(block.data(), block.data() + block.size(), number);
      if (number > 0) remarks.extension_block = number;
    }
    if (name != "documented") return;
    const auto append = [&](std::vector<std::string>& list, std::string_view key) {
      for (auto& word : words(outline.value_of(id, key))) list.push_back(std::move(word));
    };
    append(remarks.order, "order");
    append(remarks.required, "require");
    append(remarks.one_of, "one-of");
  });
}

}  // namespace presentity::detail

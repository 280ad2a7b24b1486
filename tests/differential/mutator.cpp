// SPDX-License-Identifier: MIT
#include "mutator.hpp"

#include "encoding.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <utility>

namespace presentity::differential {
namespace {

using detail::NodeId;
using detail::none;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::filesystem::path> documents_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".xml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

void append(std::vector<Mutation>& mutations, std::vector<Mutation> more) {
  mutations.insert(mutations.end(), more.begin(), more.end());
}

}  // namespace

Vocabulary load_vocabulary(const detail::SchemaModel& model,
                           const std::vector<std::filesystem::path>& folders) {
  Vocabulary vocabulary{model, {}, {}, {}, {}};
  std::set<Name> elements;
  std::set<Name> attributes;
  std::set<Name> types;
  for (const auto& folder : folders) {
    for (const auto& file : documents_below(folder)) {
      const auto bytes = read_file(file);
      const auto text = detail::decode(bytes);
      if (!text) continue;
      auto document = read_document(model, file.lexically_relative(folder.parent_path()).string(),
                                    detail::declared_as_utf8(text->view()));
      if (!document) continue;
      for (const auto id : document->elements()) {
        const auto& node = document->outline.node(id);
        elements.insert({std::string(node.namespace_uri), std::string(node.local)});
        for (const auto& attribute : document->outline.attributes(id)) {
          if (attribute.namespace_uri == detail::xsi_namespace) continue;
          attributes.insert({std::string(attribute.namespace_uri), std::string(attribute.local)});
        }
        const auto type = document->assessment.elements[id].type;
        if (type == none) continue;
        const auto& name = model.type(type).name;
        if (!name.local.empty())
          types.insert({std::string(name.namespace_uri), std::string(name.local)});
      }
      vocabulary.documents.push_back(*std::move(document));
    }
  }
  if (vocabulary.documents.empty()) throw std::runtime_error("no documents to mutate");
  vocabulary.elements.assign(elements.begin(), elements.end());
  vocabulary.attributes.assign(attributes.begin(), attributes.end());
  vocabulary.types.assign(types.begin(), types.end());
  return vocabulary;
}

Mutator::Mutator(const Vocabulary& vocabulary, std::uint64_t seed)
    : vocabulary_(vocabulary), random_(seed) {
  append(mutations_, structure_mutations());
  append(mutations_, insert_mutations());
  append(mutations_, attribute_mutations());
  append(mutations_, schema_attribute_mutations());
  append(mutations_, value_mutations());
}

Mutant Mutator::next() {
  for (;;) {
    const auto& document = random_.pick(vocabulary_.documents);
    const auto& first = random_.pick(mutations_);
    auto text = first.mutate(document, vocabulary_, random_);
    if (!text) continue;
    Mutant mutant{document.name + " " + std::string(first.name), *std::move(text)};
    if (!random_.one_in(6)) return mutant;

    const auto again = read_document(vocabulary_.model, mutant.origin, mutant.text);
    if (!again) return mutant;
    const auto& second = random_.pick(mutations_);
    if (auto more = second.mutate(*again, vocabulary_, random_)) {
      mutant = {mutant.origin + " " + std::string(second.name), *std::move(more)};
    }
    return mutant;
  }
}

NodeId pick_inner(const Document& document, Random& random) {
  const auto elements = document.elements();
  if (elements.size() == 1) return detail::no_node;
  return elements[1 + random.below(elements.size() - 1)];
}

std::string element_text(const Name& name, std::string_view content) {
  if (name.namespace_uri.empty()) {
    return "<" + name.local + " xmlns=\"\">" + std::string(content) + "</" + name.local + ">";
  }
  return "<m:" + name.local + " xmlns:m=\"" + escaped(name.namespace_uri) + "\">" +
         std::string(content) + "</m:" + name.local + ">";
}

}  // namespace presentity::differential

// SPDX-License-Identifier: MIT
#include "container_range.hpp"
#include "document_part.hpp"
#include "envelope_elements.hpp"
#include "names.hpp"
#include "report_builder.hpp"
#include "xml_scanner.hpp"

#include <presentity/native/roamingSelf.hpp>
#include <presentity/presence/container_documents.hpp>
#include <presentity/presence/store.hpp>
#include <presentity/validator.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace presentity::presence {
namespace {

namespace d = ::presentity::detail;

constexpr ExpandedName endpoint_element{"urn:presentity:store", "endpoint"};

/// The first tag of a document in UTF-8, or of a raw element, which declares the prefixes that it
/// uses.
class StartTag {
 public:
  StartTag(std::string_view xml, const ReadLimits& limits)
      : scanner_(xml, limits.name_bytes, limits.attributes + limits.namespaces_in_scope) {
    using Token = d::XmlScanner::Token;
    auto token = scanner_.next();
    while (token == Token::text) token = scanner_.next();  // spaces between comments
    if (token != Token::start_tag) return;
    name_ = d::split_name(scanner_.content());
    namespace_ = value_of(name_.prefix.empty() ? "xmlns" : "xmlns:" + std::string(name_.prefix));
  }

  [[nodiscard]] bool is(const ExpandedName& name) const {
    return name_.local == name.local && namespace_ == name.namespace_uri;
  }

  [[nodiscard]] std::optional<std::string> value_of(std::string_view name) const {
    for (const auto& attribute : scanner_.attributes()) {
      if (attribute.name != name) continue;
      std::string value;
      if (d::append_unescaped(attribute.raw_value, 0, true, value)) return std::nullopt;
      return value;
    }
    return std::nullopt;
  }

 private:
  d::XmlScanner scanner_;
  d::WrittenName name_;
  std::optional<std::string> namespace_;
};

/// What is wrong with a document that has none of the roots of a store.
std::vector<Diagnostic> explain_root(std::string_view xml, const ReadLimits& limits) {
  const auto document = PartedDocument::open(xml, limits);
  if (!document) return document.error();
  const auto root = std::string(document->outline().root().local);
  return {document->refusal("unknown-root",
                            "the document element '" + root +
                                "' is none of roamingData, categories, containers and publish")};
}

/// Source: protocol-facts 3.3: watchers are never told containers.
bool is_for_watcher(const native::categories::CategoriesType& categories) {
  return !categories.category.empty() &&
         std::ranges::none_of(categories.category,
                              [](const auto& entry) { return entry.container.has_value(); });
}

}  // namespace

/// Takes a document apart.
class StoreReader {
 public:
  StoreReader(std::string_view xml, const ReadLimits& limits)
      : xml_(xml), limits_(limits), inner_(limits) {
    inner_.document_bytes = 0xFFFF'FFFF;  // parts repeat declarations that stand around them
  }

  ReadResult<StoreDocument> run() {
    const auto text = d::decode_within(xml_, limits_);
    if (!text) return Unexpected{explain_root(xml_, limits_)};
    const StartTag root(text->view(), limits_);
    if (root.is(publish_element)) return read_request();
    if (root.is(roaming_data_element)) {
      read_envelope();
    } else if (root.is(categories_element) || root.is(containers_element)) {
      read_alone(root);
    } else {
      return Unexpected{explain_root(xml_, limits_)};
    }
    if (!errors_.empty()) return Unexpected{std::move(errors_)};
    return StoreDocument(std::move(store_));
  }

 private:
  using Kind = Store::SectionKind;

  ReadResult<StoreDocument> read_request() const {
    auto request = native::rich_presence::read_publish(xml_, limits_);
    if (!request) return Unexpected{std::move(request.error())};
    return StoreDocument(*std::move(request));
  }

  /// Reads a section that is the document.
  void read_alone(const StartTag& root) {
    if (root.is(containers_element)) {
      begin(Kind::containers);
      read_containers(xml_, limits_);
    } else {
      begin(Kind::categories);
      read_categories(xml_, limits_);
      if (is_for_watcher(store_.categories_)) {
        findings_.clear();
        add("stored-without-container", "/categories",
            "no entry names a container: this is what a watcher is told", watchers_help);
      }
    }
    take_findings();
  }

  void read_envelope() {
    auto document = native::roaming_self::read_roaming_data(xml_, limits_);
    if (!document) return take(document.error());
    store_.other_attributes_ = std::move(document->other_attributes);
    for (section_ = 0; *section_ < document->any.size(); ++*section_) {
      read_section(std::move(document->any[*section_]));
      take_findings();
    }
  }

  void read_section(RawElement element) {
    const StartTag tag(element.xml, inner_);
    if (tag.is(categories_element)) {
      if (begin(Kind::categories)) read_categories(element.xml, inner_);
    } else if (tag.is(containers_element)) {
      if (begin(Kind::containers)) read_containers(element.xml, inner_);
    } else if (tag.is(endpoint_element)) {
      auto id = tag.value_of("id");
      if (!id) return add("missing-attribute", "/endpoint", "the endpoint has no id");
      store_.sections_.push_back({Kind::endpoint, std::move(element), *std::move(id)});
    } else {
      store_.sections_.push_back({Kind::other, std::move(element), {}});
    }
  }

  /// Whether this is the first section of its kind.
  bool begin(Kind kind) {
    const auto before = store_.sections_.size();
    store_.need_section(kind);
    if (store_.sections_.size() > before) return true;
    add("unexpected-element", kind == Kind::categories ? "/categories" : "/containers",
        "a second part of this kind", "a store has one 'categories' and one 'containers'");
    return false;
  }

  void read_categories(std::string_view xml, const ReadLimits& limits) {
    auto read = native::categories::read_categories(xml, limits);
    if (!read) return take(read.error());
    store_.categories_ = *std::move(read);
    std::set<InstanceKey> keys;
    for (std::size_t index = 0; index < store_.categories_.category.size(); ++index) {
      check_entry(index, keys);
    }
  }

  void check_entry(std::size_t index, std::set<InstanceKey>& keys) {
    const auto& entries = store_.categories_.category;
    const auto& entry = entries[index];
    const auto path = "/categories" + path_step("category", index, entries.size());
    if (entry.container.value_or(0) > max_container) {
      add(container_out_of_range(*entry.container, path + "/@container"));
    }
    if (says_there_is_none(entry)) return;
    const auto key = key_of(entry);
    if (!key) {
      add("stored-without-container", path,
          std::string("the value has no ") + (entry.instance ? "container" : "instance"),
          watchers_help);
    } else if (!keys.insert(*key).second) {
      add("duplicate-publication", path, to_string(*key) + " is stored twice");
    }
  }

  void read_containers(std::string_view xml, const ReadLimits& limits) {
    auto read = native::containers::read_containers(xml, limits);
    if (!read) return take(read.error());
    store_.containers_section_ = *std::move(read);
    auto [containers, findings] = containers_of(store_.containers_section_);
    store_.containers_ = std::move(containers);
    for (auto& finding : findings) {
      if (finding.rule == "container-out-of-range" || finding.rule == "duplicate-container") {
        add(std::move(finding));
      }
    }
  }

  void take(const std::vector<Diagnostic>& errors) {
    errors_.insert(errors_.end(), errors.begin(), errors.end());
  }

  void add(std::string_view rule, std::string path, std::string message, std::string help = {}) {
    add({Severity::error, rule, {}, std::move(path), {}, std::move(message), std::move(help)});
  }

  /// Adds what is wrong with this section. The path begins with the name of the section.
  void add(Diagnostic finding) {
    if (errors_.size() + findings_.size() < limits_.diagnostics) {
      findings_.push_back(std::move(finding));
    }
  }

  /// Gives what was found in this section its place in the document.
  void take_findings() {
    if (findings_.empty()) return;
    const auto document = PartedDocument::open(xml_, limits_);
    if (document) document->locate(section_node(document->outline()), findings_);
    std::ranges::move(findings_, std::back_inserter(errors_));
    findings_.clear();
  }

  [[nodiscard]] d::NodeId section_node(const d::Outline& outline) const {
    if (!section_) return 0;
    auto left = *section_;
    auto id = outline.root().first_child;
    while (outline.node(id).is_text || left-- > 0) id = outline.node(id).next_sibling;
    return id;
  }

  static constexpr const char* watchers_help =
      "only what a server tells the owner says where values are stored";

  std::string_view xml_;
  const ReadLimits& limits_;
  ReadLimits inner_;
  std::optional<std::size_t> section_;  // Index in the envelope; nothing: it is the document.
  Store store_;
  std::vector<Diagnostic> findings_;  // Of this section, not yet located.
  std::vector<Diagnostic> errors_;
};

ReadResult<StoreDocument> read_store_document(std::string_view xml, const ReadLimits& limits) {
  return StoreReader(xml, limits).run();
}

ReadResult<Store> Store::load(std::string_view xml, const ReadLimits& limits) {
  auto document = read_store_document(xml, limits);
  if (!document) return Unexpected{std::move(document.error())};
  if (auto* const store = std::get_if<Store>(&*document)) return std::move(*store);
  return Unexpected{std::vector<Diagnostic>{{Severity::error,
                                             "unknown-root",
                                             {},
                                             "/publish",
                                             {},
                                             "a request is not what is stored",
                                             {}}}};
}

WriteResult Store::save() const {
  native::roaming_self::RoamingDataType document;
  document.other_attributes = other_attributes_;
  for (const auto& section : sections_) {
    if (section.kind == SectionKind::endpoint || section.kind == SectionKind::other) {
      document.any.push_back(section.raw);
      continue;
    }
    auto written = section.kind == SectionKind::categories
                       ? native::categories::write_categories(categories_)
                       : native::containers::write_containers(containers_section_);
    if (!written) return written;
    document.any.push_back({*std::move(written)});
  }
  return native::roaming_self::write_roaming_data(document);
}

void Store::set_containers(const std::vector<Container>& containers) {
  if (containers == containers_) return;
  need_section(SectionKind::containers);
  update(containers_section_, containers);
  containers_ = containers_of(containers_section_).containers;
}

}  // namespace presentity::presence

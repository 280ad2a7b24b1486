// SPDX-License-Identifier: MIT
#include "names.hpp"
#include "outline.hpp"
#include "report_builder.hpp"
#include "xml_scanner.hpp"

#include <presentity/native/roamingSelf.hpp>
#include <presentity/presence/container_documents.hpp>
#include <presentity/presence/store.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace presentity::presence {
namespace {

namespace d = ::presentity::detail;

constexpr std::string_view categories_namespace =
    "http://schemas.microsoft.com/2006/09/sip/categories";
constexpr std::string_view containers_namespace =
    "http://schemas.microsoft.com/2006/09/sip/containers";
constexpr std::string_view store_namespace = "urn:presentity:store";

/// The start tag of a raw element, which declares the prefixes that it uses.
class StartTag {
 public:
  StartTag(const RawElement& element, const ReadLimits& limits)
      : scanner_(element.xml, limits.name_bytes, limits.attributes + limits.namespaces_in_scope) {
    scanner_.next();
    name_ = d::split_name(scanner_.content());
    namespace_ = value_of(name_.prefix.empty() ? "xmlns" : "xmlns:" + std::string(name_.prefix));
  }

  [[nodiscard]] bool is(std::string_view namespace_uri, std::string_view local) const {
    return name_.local == local && namespace_ == namespace_uri;
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

}  // namespace

/// Takes a document apart.
class StoreReader {
 public:
  StoreReader(std::string_view xml, const ReadLimits& limits)
      : xml_(xml), limits_(limits), inner_(limits) {
    inner_.document_bytes = 0xFFFF'FFFF;  // parts repeat declarations that stand around them
  }

  ReadResult<Store> run() {
    auto document = native::roaming_self::read_roaming_data(xml_, limits_);
    if (!document) return Unexpected{document.error()};
    store_.other_attributes_ = std::move(document->other_attributes);
    for (section_ = 0; section_ < document->any.size() && errors_.empty(); ++section_) {
      read_section(std::move(document->any[section_]));
    }
    if (!errors_.empty()) return Unexpected{std::move(errors_)};
    return std::move(store_);
  }

 private:
  using Kind = Store::SectionKind;

  void read_section(RawElement element) {
    const StartTag tag(element, inner_);
    if (tag.is(categories_namespace, "categories")) {
      if (begin(Kind::categories)) read_categories(element);
    } else if (tag.is(containers_namespace, "containers")) {
      if (begin(Kind::containers)) read_containers(element);
    } else if (tag.is(store_namespace, "endpoint")) {
      auto id = tag.value_of("id");
      if (!id) return add("missing-attribute", {}, "the endpoint has no id");
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
    add("unexpected-element", {}, "a second part of this kind",
        "a store has one 'categories' and one 'containers'");
    return false;
  }

  void read_categories(const RawElement& element) {
    auto read = native::categories::read_categories(element.xml, inner_);
    if (!read) return take(read.error());
    std::set<std::tuple<std::string_view, std::uint32_t, std::uint32_t>> keys;
    for (std::size_t index = 0; index < read->category.size(); ++index) {
      const auto& entry = read->category[index];
      if (entry.container.value_or(0) > max_container) add_range(index, *entry.container);
      if (!entry.instance && !entry.any) continue;
      const auto key = key_of(entry);
      if (!key) {
        add("stored-without-container", index,
            std::string("the value has no ") + (entry.instance ? "container" : "instance"),
            "only what a server tells the owner says where values are stored");
      } else if (!keys.emplace(entry.name, key->instance, key->container).second) {
        add("duplicate-publication", index, to_string(*key) + " is stored twice");
      }
    }
    store_.categories_ = *std::move(read);
  }

  void read_containers(const RawElement& element) {
    auto read = native::containers::read_containers(element.xml, inner_);
    if (!read) return take(read.error());
    std::set<ContainerId> ids;
    for (std::size_t index = 0; index < read->container.size(); ++index) {
      const auto id = read->container[index].id;
      if (id > max_container) add_range(index, id);
      if (!ids.insert(id).second) {
        add("duplicate-container", index, "container " + std::to_string(id) + " stands twice");
      }
    }
    store_.containers_section_ = *std::move(read);
    store_.containers_ = containers_of(store_.containers_section_).containers;
  }

  void take(const std::vector<Diagnostic>& errors) {
    errors_.insert(errors_.end(), errors.begin(), errors.end());
  }

  void add_range(std::size_t child, std::uint32_t id) {
    add("container-out-of-range", child, "container " + std::to_string(id) + " is beyond 32767",
        "containers have the ids 0 to 32767");
  }

  /// Adds what is wrong with a section, or with one of its elements.
  void add(std::string_view rule, std::optional<std::size_t> child, std::string message,
           std::string help = {}) {
    if (errors_.size() == limits_.diagnostics) return;
    Diagnostic diagnostic{Severity::error, rule, {}, {}, {}, std::move(message), std::move(help)};
    if (!places_) places_.emplace(xml_, limits_);
    places_->locate(section_, child, diagnostic);
    errors_.push_back(std::move(diagnostic));
  }

  /// Where the sections and their elements stand. Made when there is something to complain about.
  class Places {
   public:
    Places(std::string_view xml, const ReadLimits& limits) : text_(d::decode_within(xml, limits)) {
      if (!text_) return;
      outline_ = d::Outline::read(text_->view(), limits);
    }

    void locate(std::size_t section, std::optional<std::size_t> child, Diagnostic& diagnostic) {
      if (!outline_ || !*outline_) return;
      const auto& outline = **outline_;
      auto id = elements(0).at(section);
      if (child) id = elements(id).at(*child);
      diagnostic.position = position_at(text_->view(), outline.node(id).offset);
      diagnostic.path = outline.path(id);
    }

   private:
    const std::vector<d::NodeId>& elements(d::NodeId parent) {
      auto& known = elements_[parent];
      if (!known.empty()) return known;
      const auto& outline = **outline_;
      for (auto id = outline.node(parent).first_child; id != d::no_node;
           id = outline.node(id).next_sibling) {
        if (!outline.node(id).is_text) known.push_back(id);
      }
      return known;
    }

    Result<d::Utf8Text, d::ScanError> text_;
    std::optional<Result<d::Outline, d::ScanError>> outline_;
    std::map<d::NodeId, std::vector<d::NodeId>> elements_;
  };

  std::string_view xml_;
  const ReadLimits& limits_;
  ReadLimits inner_;
  std::size_t section_ = 0;
  Store store_;
  std::vector<Diagnostic> errors_;
  std::optional<Places> places_;
};

ReadResult<Store> Store::load(std::string_view xml, const ReadLimits& limits) {
  return StoreReader(xml, limits).run();
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

// SPDX-License-Identifier: MIT
#include "names.hpp"
#include "outline.hpp"
#include "schema_checks.hpp"
#include "schema_model_builder.hpp"
#include "schema_set.hpp"
#include "xerces_engine.hpp"
#include "xerces_text.hpp"
#include "xml_scanner.hpp"

#include <presentity/embedded_schemas.hpp>
#include <presentity/load_schemas.hpp>
#include <presentity/xml_platform.hpp>

#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/parsers/SAX2XMLReaderImpl.hpp>
#include <xercesc/sax/ErrorHandler.hpp>
#include <xercesc/sax/SAXParseException.hpp>
#include <xercesc/util/OutOfMemoryException.hpp>
#include <xercesc/util/XMLEntityResolver.hpp>
#include <xercesc/util/XMLUni.hpp>
#include <xercesc/validators/common/Grammar.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace presentity::detail {
namespace {

using xercesc::XMLUni;

constexpr std::string_view entry_name = "entry";

/// The schemas by file name, and one document for each namespace to answer an import with.
class SchemaLibrary {
 public:
  /// `schemas` must outlive the library; the first `built_in` of them come with the product.
  SchemaLibrary(const std::vector<SchemaSource>& schemas, std::size_t built_in,
                std::vector<Diagnostic>& diagnostics) {
    for (std::size_t i = 0; i < schemas.size(); ++i) {
      heads_.push_back(check_schema(schemas[i], diagnostics));
      const auto& head = heads_.back();
      const bool is_new = files_.emplace(head.name, &schemas[i]).second;
      if (!is_new) {
        diagnostics.push_back({Severity::error,
                               "bad-schema",
                               {},
                               schemas[i].name,
                               {},
                               "there is another schema with the file name " + quoted(head.name),
                               "give it another name: schemas refer to each other by file name"});
      }
      // No namespace belongs to nobody: a user's elements without one are roots too.
      const bool is_ours = i < built_in && !head.target_namespace.empty();
      if (is_ours) built_in_.insert(head.target_namespace);
    }
    find_tops();
    write_wrappers();
    for (std::size_t i = 0; i < schemas.size(); ++i) {
      check_references(schemas[i], heads_[i], diagnostics);
    }
  }

  [[nodiscard]] const std::set<std::string>& built_in_namespaces() const { return built_in_; }

  [[nodiscard]] const std::string* import(const std::string& namespace_uri) const {
    const auto found = namespaces_.find(namespace_uri);
    return found == namespaces_.end() ? nullptr : &found->second;
  }

  /// Text and display name of a file or wrapper; null if there is none.
  [[nodiscard]] const SchemaSource* file(const std::string& name) const {
    if (const auto found = files_.find(name); found != files_.end()) return found->second;
    const auto found = std::ranges::find(wrappers_, name, &SchemaSource::name);
    return found == wrappers_.end() ? nullptr : &*found;
  }

  /// A schema that imports every namespace, the built-in ones first.
  [[nodiscard]] std::string entry() const {
    std::string text =
        R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:presentity:entry">)";
    for (const auto& uri : order_) {
      text += "<xs:import" + (uri.empty() ? "" : " namespace=\"" + escaped(uri) + "\"") +
              " schemaLocation=\"" + escaped(namespaces_.at(uri)) + "\"/>";
    }
    return text + "</xs:schema>";
  }

 private:
  /// The files of a namespace that no other includes stand for it. Where files include each other
  /// in a circle, the first of them does.
  void find_tops() {
    std::set<std::string> included;
    for (const auto& head : heads_) {
      for (const auto& reference : head.references) {
        if (!reference.is_import && reference.file != head.name) included.insert(reference.file);
      }
    }
    std::set<std::string> reached;
    for (const bool in_circles : {false, true}) {
      for (const auto& head : heads_) {
        const bool is_top =
            in_circles ? !reached.contains(head.name) : !included.contains(head.name);
        if (!is_top) continue;
        add_to_namespace(head);
        reach(head, reached);
      }
    }
  }

  void reach(const SchemaHead& first, std::set<std::string>& reached) const {
    std::vector<const SchemaHead*> waiting{&first};
    while (!waiting.empty()) {
      const auto& head = *waiting.back();
      waiting.pop_back();
      if (!reached.insert(head.name).second) continue;
      for (const auto& reference : head.references) {
        const auto found = std::ranges::find(heads_, reference.file, &SchemaHead::name);
        if (!reference.is_import && found != heads_.end()) waiting.push_back(&*found);
      }
    }
  }

  void check_references(const SchemaSource& schema, const SchemaHead& head,
                        std::vector<Diagnostic>& diagnostics) const {
    for (const auto& reference : head.references) {
      const bool is_known = reference.is_import ? namespaces_.contains(reference.namespace_uri)
                                                : files_.contains(reference.file);
      if (is_known || reference.file.empty()) continue;
      diagnostics.push_back({Severity::error,
                             "bad-schema",
                             reference.position,
                             schema.name,
                             {},
                             "schema " + quoted(reference.file) + " is not known",
                             "give it too: only named and built-in schemas are read"});
    }
  }

  void add_to_namespace(const SchemaHead& head) {
    auto& files = tops_[head.target_namespace];
    if (files.empty()) order_.push_back(head.target_namespace);
    files.push_back(head.name);
  }

  /// A namespace that several files share is imported through a schema that includes them.
  void write_wrappers() {
    for (const auto& [uri, files] : tops_) {
      if (files.size() == 1) {
        namespaces_[uri] = files.front();
        continue;
      }
      std::string text = R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema")";
      if (!uri.empty()) text += " targetNamespace=\"" + escaped(uri) + "\"";
      text += ">";
      for (const auto& file : files) {
        text += "<xs:include schemaLocation=\"" + escaped(file) + "\"/>";
      }
      const auto name = std::string(entry_name) + "-" + std::to_string(wrappers_.size());
      wrappers_.push_back({name, text + "</xs:schema>"});
      namespaces_[uri] = name;
    }
  }

  std::vector<SchemaHead> heads_;
  std::map<std::string, const SchemaSource*> files_;
  std::map<std::string, std::vector<std::string>> tops_;  ///< Files of a namespace.
  std::map<std::string, std::string> namespaces_;         ///< File that answers an import.
  std::vector<std::string> order_;
  std::vector<SchemaSource> wrappers_;
  std::set<std::string> built_in_;
};

/// Serves the schema processor from memory and collects what it says.
class SchemaLoader : public xercesc::XMLEntityResolver, public xercesc::ErrorHandler {
 public:
  SchemaLoader(const SchemaLibrary& library, std::vector<Diagnostic>& diagnostics)
      : library_(library), diagnostics_(diagnostics) {}

  void load(xercesc::XMLGrammarPool& pool) {
    xercesc::SAX2XMLReaderImpl reader(xercesc::XMLPlatformUtils::fgMemoryManager, &pool);
    reader.setFeature(XMLUni::fgSAX2CoreValidation, true);
    reader.setFeature(XMLUni::fgXercesSchema, true);
    reader.setFeature(XMLUni::fgXercesSchemaFullChecking, true);
    reader.setFeature(XMLUni::fgXercesLoadExternalDTD, false);
    reader.setFeature(XMLUni::fgXercesDisableDefaultEntityResolution, true);
    reader.setXMLEntityResolver(this);
    reader.setErrorHandler(this);
    const auto text = library_.entry();
    const auto name = to_utf16(entry_name);
    const xercesc::MemBufInputSource source(reinterpret_cast<const XMLByte*>(text.data()),
                                            text.size(), name.c_str());
    reader.loadGrammar(source, xercesc::Grammar::SchemaGrammarType, true);
  }

  xercesc::InputSource* resolveEntity(xercesc::XMLResourceIdentifier* wanted) override {
    using Kind = xercesc::XMLResourceIdentifier;
    std::string name = file_name(to_utf8(wanted->getSchemaLocation()));
    if (wanted->getResourceIdentifierType() == Kind::SchemaImport) {
      const auto* imported = library_.import(to_utf8(wanted->getNameSpace()));
      if (imported != nullptr) name = *imported;
    }
    if (const auto* found = library_.file(name)) return serve(found->text, name);
    return serve("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>", name);
  }

  void warning(const xercesc::SAXParseException& e) override { note(e); }
  void error(const xercesc::SAXParseException& e) override { note(e); }
  void fatalError(const xercesc::SAXParseException& e) override { note(e); }
  void resetErrors() override {}

 private:
  static xercesc::InputSource* serve(std::string_view text, const std::string& name) {
    const auto id = to_utf16(name);
    return new xercesc::MemBufInputSource(reinterpret_cast<const XMLByte*>(text.data()),
                                          text.size(), id.c_str());
  }

  void note(const xercesc::SAXParseException& e) {
    Position position;
    position.line = static_cast<std::size_t>(e.getLineNumber());
    position.column = static_cast<std::size_t>(e.getColumnNumber());
    const auto file = to_utf8(e.getSystemId());
    const auto* source = library_.file(file_name(file));
    diagnostics_.push_back({Severity::error,
                            "bad-schema",
                            position,
                            source == nullptr ? file : source->name,
                            {},
                            to_utf8(e.getMessage()),
                            {}});
  }

  const SchemaLibrary& library_;
  std::vector<Diagnostic>& diagnostics_;
};

std::vector<SchemaSource> built_in_sources() {
  std::vector<SchemaSource> sources;
  for (const auto& file : embedded_schemas()) {
    // presentity.xsd only imports the others: an entry point for other tools.
    if (file.name.ends_with(".xsd") && file.name != "presentity.xsd") {
      sources.push_back({std::string(file.name), std::string(file.text)});
    }
  }
  return sources;
}

/// Schemas that were loaded, and all that they refer to.
struct LoadedSchemas : SchemaSet {
  XmlPlatform platform;
  xercesc::XMLGrammarPoolImpl pool;
  XercesEngine engine{pool};
  ModelStorage storage;
};

}  // namespace
}  // namespace presentity::detail

namespace presentity {

Result<Schemas, std::vector<Diagnostic>> load_schemas(std::span<const SchemaSource> schemas) {
  using namespace detail;
  auto sources = built_in_sources();
  const auto built_in = sources.size();
  sources.insert(sources.end(), schemas.begin(), schemas.end());

  std::vector<Diagnostic> diagnostics;
  const auto set = std::make_shared<LoadedSchemas>();
  try {
    const SchemaLibrary library(sources, built_in, diagnostics);
    if (diagnostics.empty()) check_size(sources, diagnostics);
    if (!diagnostics.empty()) return Unexpected{std::move(diagnostics)};

    SchemaLoader(library, diagnostics).load(set->pool);
    if (!diagnostics.empty()) return Unexpected{std::move(diagnostics)};

    set->pool.lockPool();
    bool has_changed = false;
    auto& components = *set->pool.getXSModel(has_changed);
    set->model = build_model(components, library.built_in_namespaces(), set->storage);
    set->reference = &set->engine;
    set->needs_second_opinion = !schemas.empty();
  } catch (const xercesc::OutOfMemoryException&) {
    throw std::bad_alloc();
  } catch (const xercesc::XMLException& e) {
    diagnostics.push_back({Severity::error, "bad-schema", {}, {}, {}, to_utf8(e.getMessage()), {}});
  } catch (const xercesc::SAXException& e) {
    diagnostics.push_back({Severity::error, "bad-schema", {}, {}, {}, to_utf8(e.getMessage()), {}});
  }
  if (!diagnostics.empty()) return Unexpected{std::move(diagnostics)};
  return SchemaAccess::make(set);
}

}  // namespace presentity

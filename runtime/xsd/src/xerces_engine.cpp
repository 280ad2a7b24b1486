// SPDX-License-Identifier: MIT
#include "xerces_engine.hpp"

#include "xerces_text.hpp"

#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/parsers/SAX2XMLReaderImpl.hpp>
#include <xercesc/sax/SAXParseException.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/util/OutOfMemoryException.hpp>
#include <xercesc/util/XMLUni.hpp>

#include <algorithm>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace presentity::detail {
namespace {

using xercesc::XMLUni;

constexpr std::size_t most_findings = 20;

/// Follows the events of a parse along the outline. Xerces reports an error before the event of the
/// element it belongs to, so an error waits for the next event.
class Follower : public xercesc::DefaultHandler {
 public:
  Follower(const Outline& outline, const ReferenceEngine::Filter& counts)
      : outline_(outline), counts_(counts) {}

  std::vector<ReferenceFinding> take() {
    settle(open_.empty() ? 0 : open_.back());
    return std::move(findings_);
  }

  void startElement(const XMLCh* /*uri*/, const XMLCh* /*local*/, const XMLCh* /*qname*/,
                    const xercesc::Attributes& /*attributes*/) override {
    while (next_ < outline_.size() && outline_.node(next_).is_text) ++next_;
    open_.push_back(next_++);
    settle(open_.back());
  }

  void endElement(const XMLCh* /*uri*/, const XMLCh* /*local*/, const XMLCh* /*qname*/) override {
    settle(open_.back());
    open_.pop_back();
  }

  void characters(const XMLCh* /*text*/, XMLSize_t /*length*/) override { settle(open_.back()); }

  void startDTD(const XMLCh* /*name*/, const XMLCh* /*public_id*/,
                const XMLCh* /*system_id*/) override {
    throw std::logic_error("a document type declaration reached Xerces");
  }

  void warning(const xercesc::SAXParseException& e) override { note(e, false); }
  void error(const xercesc::SAXParseException& e) override { note(e, false); }
  void fatalError(const xercesc::SAXParseException& e) override { note(e, true); }
  void resetErrors() override {}

 private:
  void note(const xercesc::SAXParseException& e, bool is_fatal) {
    auto message = to_utf8(e.getMessage());
    const bool is_dropped = counts_ && is_ours(message);
    if (is_dropped || pending_.size() == most_findings) return;
    pending_.push_back({0, is_fatal, std::move(message)});
  }

  /// Whether the message is about something that we look at ourselves and Xerces 3.2.4 gets wrong:
  /// it holds xsi:nil="false" against the children, refuses white space in CDATA sections, and
  /// counts UTF-16 units as characters.
  [[nodiscard]] bool is_ours(std::string_view message) const {
    // A long value fills the message, so that what is said of it can be cut off.
    const bool is_value = message.starts_with("value '");
    return message.starts_with("'xsi:nil' specified for non-nillable element") ||
           message.starts_with("no character data is allowed by content model") ||
           (is_value && outline_.source().find_first_of("\xF0\xF1\xF2\xF3\xF4") != message.npos);
  }

  void settle(NodeId element) {
    for (auto& finding : pending_) {
      const bool is_kept = !counts_ || counts_(element);
      if (!finding.is_fatal && (!is_kept || findings_.size() >= most_findings)) continue;
      finding.element = element;
      findings_.push_back(std::move(finding));
    }
    pending_.clear();
  }

  const Outline& outline_;
  const ReferenceEngine::Filter& counts_;
  NodeId next_ = 0;
  std::vector<NodeId> open_;
  std::vector<ReferenceFinding> pending_;
  std::vector<ReferenceFinding> findings_;
};

/// Sets everything that keeps a parser from opening anything. The scanner comes first: choosing it
/// resets the resolution of entities.
void harden(xercesc::SAX2XMLReaderImpl& reader) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): the interface is not const-correct
  reader.setProperty(XMLUni::fgXercesScannerName, const_cast<XMLCh*>(XMLUni::fgSGXMLScanner));
  reader.setFeature(XMLUni::fgSAX2CoreValidation, true);
  reader.setFeature(XMLUni::fgXercesDynamic, false);
  reader.setFeature(XMLUni::fgXercesSchema, true);
  reader.setFeature(XMLUni::fgXercesSchemaFullChecking,
                    false);  // done when the schemas were loaded
  reader.setFeature(XMLUni::fgXercesUseCachedGrammarInParse, true);
  reader.setFeature(XMLUni::fgXercesLoadSchema, false);
  reader.setFeature(XMLUni::fgXercesLoadExternalDTD, false);
  reader.setFeature(XMLUni::fgXercesDisableDefaultEntityResolution, true);
}

/// The text with the xsi attributes of elements that do not count blanked. Xerces 3.2.4 does not
/// use them up there: it holds the next element that it knows against an xsi:type or xsi:nil it met
/// in undeclared content, and takes other xsi attributes for repeated ones.
std::string without_stray_types(const Outline& outline, const ReferenceEngine::Filter& counts) {
  std::string text(outline.source());
  for (NodeId id = 0; id < outline.size(); ++id) {
    if (outline.node(id).is_text) continue;
    for (const auto& attribute : outline.attributes(id)) {
      if (attribute.namespace_uri != xsi_namespace || counts(id)) continue;
      const auto opening = text.find_first_of("\"'", attribute.offset);
      const auto closing = text.find(text[opening], opening + 1);
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(attribute.offset),
                  closing + 1 - attribute.offset, ' ');
    }
  }
  return text;
}

}  // namespace

std::vector<ReferenceFinding> XercesEngine::check(const Outline& outline,
                                                  const Filter& counts) const {
  Follower follower(outline, counts);
  const auto text = counts ? without_stray_types(outline, counts) : std::string(outline.source());
  try {
    xercesc::SAX2XMLReaderImpl reader(xercesc::XMLPlatformUtils::fgMemoryManager, &pool_);
    harden(reader);
    reader.setContentHandler(&follower);
    reader.setLexicalHandler(&follower);
    reader.setErrorHandler(&follower);
    static constexpr XMLCh name[] = {'d', 'o', 'c', 0};
    // Nothing is opened. But without a location, an element without a namespace is looked up in an
    // empty schema that the scanner begins with, not among those of the pool.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): the interface is not const-correct
    reader.setProperty(XMLUni::fgXercesSchemaExternalNoNameSpaceSchemaLocation,
                       const_cast<XMLCh*>(name));
    xercesc::MemBufInputSource source(reinterpret_cast<const XMLByte*>(text.data()), text.size(),
                                      name);
    source.setEncoding(XMLUni::fgUTF8EncodingString);  // whatever the XML declaration says
    source.setCopyBufToStream(false);
    reader.parse(source);
  } catch (const xercesc::OutOfMemoryException&) {
    throw std::bad_alloc();
  } catch (const xercesc::XMLException& e) {
    return {{0, true, to_utf8(e.getMessage())}};
  } catch (const xercesc::SAXException& e) {
    return {{0, true, to_utf8(e.getMessage())}};
  }
  return follower.take();
}

}  // namespace presentity::detail

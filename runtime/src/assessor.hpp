// SPDX-License-Identifier: MIT
#pragma once

#include "assessment.hpp"
#include "content_matcher.hpp"

#include <set>

namespace presentity::detail {

/// One assessment in the making. Recursion is as deep as the document, which `ReadLimits` bounds.
class Assessor {
 public:
  Assessor(const SchemaModel& model, const Outline& outline, const ReadLimits& limits);

  Assessment run(ElementId root);

 private:
  // assessor.cpp: elements, types and content models
  void assess_element(NodeId id, ElementId declaration);
  void assess_as(NodeId id, TypeId type, ElementId declaration);
  TypeId governing_type(NodeId id, const ElementDeclaration& declaration);
  [[nodiscard]] bool may_replace(TypeId type, const ElementDeclaration& declaration) const;
  [[nodiscard]] TypeId named_type(NodeId id) const;
  bool is_nil(NodeId id, const ElementDeclaration& declaration);
  void assess_content(NodeId id, const SchemaType& type);
  void assess_simple_content(NodeId id, const SchemaType& type);
  void assess_children(NodeId id, const SchemaType& type);
  void assess_child(NodeId child, const ContentMatcher::Match& match);
  void assess_by_wildcard(NodeId child, const Wildcard& wildcard);
  void assess_undeclared(NodeId id);
  void assess_laxly(NodeId id);
  ContentMatcher::Match recover(ContentMatcher& matcher, NodeId child,
                                std::set<ExpandedName>& excused);
  [[nodiscard]] NodeId find_later(NodeId child, const ExpandedName& name) const;
  void report_misplaced(const ContentMatcher& matcher, NodeId child);
  void report_missing(const ContentMatcher& matcher, NodeId parent, NodeId before);
  void refuse_text(NodeId id, bool also_blank);

  // assessor_attributes.cpp
  void assess_attributes(NodeId id, const SchemaType& type);
  void assess_attribute(NodeId id, const SchemaType& type, const OutlineAttribute& attribute);
  void assess_foreign_attribute(NodeId id, const SchemaType& type,
                                const OutlineAttribute& attribute);
  void assess_schema_attribute(NodeId id, const OutlineAttribute& attribute);
  void refuse_schema_locations();
  void assess_value(NodeId id, const OutlineAttribute* attribute, const SimpleFacts& type,
                    std::string_view text);
  void point_at_text(NodeId id);

  // assessor_context.cpp: what a value means in its document
  void assess_fixed(NodeId id, const OutlineAttribute* attribute, const SimpleFacts& type,
                    const ValueConstraint& constraint, std::string_view text);
  void assess_context(NodeId id, const OutlineAttribute* attribute, const SimpleFacts& type,
                      std::string_view text);
  void assess_references();

  // assessor_remarks.cpp: warnings where the reference is stricter than the schemas
  void remark_element(NodeId id, const SchemaType& type, ElementId declaration);
  void remark_required(NodeId id, const SchemaType& type);
  void remark_order(NodeId id, const SchemaType& type);
  void remark_blocks(NodeId id);
  void remark_unknown_extension(NodeId child);
  static constexpr std::string_view common_types =
      "http://schemas.microsoft.com/2006/09/sip/commontypes";
  [[nodiscard]] static bool is_common(const OutlineNode& node, std::string_view local);
  void remark_token(NodeId id, const OutlineAttribute* attribute, const SimpleFacts& type,
                    std::string_view text);

  // assessor.cpp: words and findings
  [[nodiscard]] std::string display_name(NodeId at, const ExpandedName& name) const;
  [[nodiscard]] std::vector<std::string> display_names(
      NodeId at, const std::vector<const Particle*>& particles) const;
  [[nodiscard]] const OutlineNode& node(NodeId id) const { return outline_.node(id); }
  [[nodiscard]] NodeId next_element(NodeId id) const;
  /// Whether so much was found that the rest is not worth looking at.
  [[nodiscard]] bool is_full() const { return result_.findings.size() >= most_findings; }
  [[nodiscard]] bool has_child(NodeId parent, std::string_view local) const;
  void report(NodeId id, const OutlineAttribute* attribute, std::string_view rule,
              std::string message, std::string help = {});
  void warn(NodeId id, const OutlineAttribute* attribute, std::string_view rule,
            std::string message, std::string help = {});

  const SchemaModel& model_;
  const Outline& outline_;
  const ReadLimits& limits_;
  Assessment result_;

  /// A value of type IDREF.
  struct Reference {
    NodeId element;
    const OutlineAttribute* attribute;
    std::string id;
  };
  std::set<std::string> ids_;
  std::vector<Reference> references_;
};

}  // namespace presentity::detail

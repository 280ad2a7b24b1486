// SPDX-License-Identifier: MIT
#include "log/find_documents.hpp"
#include "log/sip_messages.hpp"
#include "log/unwrap.hpp"
#include "outline.hpp"

#include <presentity/presence/log.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace presentity::presence {
namespace {

using detail::NodeId;
using detail::Outline;

/// Tells lines and columns of ascending offsets, counting no byte twice.
class PositionCursor {
 public:
  explicit PositionCursor(std::string_view text, const Position& start = {})
      : text_(text), last_(start) {}

  Position at(std::size_t offset) {
    const auto ahead = position_at(text_.substr(last_.offset), offset - last_.offset);
    Position result{last_.line + ahead.line - 1, ahead.column, offset};
    if (ahead.line == 1) result.column += last_.column - 1;
    return last_ = result;
  }

 private:
  std::string_view text_;
  Position last_;
};

// Source: RFC 4662 section 5; poolFqdn: protocol-facts section 3.7.
void add_resources(const std::string& xml, const Position& position, const ReadLimits& limits,
                   std::vector<LoggedResource>& resources) {
  const auto outline = Outline::read(xml, limits);
  if (!outline) return;
  for (NodeId id = 0; id < outline->size(); ++id) {
    const auto& node = outline->node(id);
    if (node.is_text || node.local != "resource") continue;
    LoggedResource resource{position, std::string(outline->value_of(id, "uri")), {}, {}};
    for (auto child = node.first_child; child != detail::no_node;
         child = outline->node(child).next_sibling) {
      if (outline->node(child).is_text || outline->node(child).local != "instance") continue;
      resource.state = outline->value_of(child, "state");
      resource.pool = outline->value_of(child, "poolFqdn");
    }
    resources.push_back(std::move(resource));
  }
}

std::optional<std::size_t> message_at(const std::vector<log::MessageSpan>& messages,
                                      std::size_t offset) {
  const auto after = std::ranges::upper_bound(messages, offset, {}, &log::MessageSpan::begin);
  if (after == messages.begin() || offset >= std::prev(after)->end) return std::nullopt;
  return static_cast<std::size_t>(after - messages.begin() - 1);
}

}  // namespace

LogContents find_in_log(std::string_view bytes, const Schemas& schemas, const ReadLimits& limits) {
  LogContents contents{log::readable(bytes), {}, {}, {}, {}};
  const std::string_view text = contents.text;
  auto messages = log::find_messages(text);
  auto found = log::find_documents(text, schemas.registry(), limits);
  std::ranges::stable_sort(found.documents, {}, &log::FoundDocument::begin);
  std::ranges::stable_sort(found.broken, {}, &log::BrokenDocument::at);
  for (PositionCursor cursor(text); auto& document : found.documents) {
    const auto position = cursor.at(document.begin);
    if (document.root == nullptr) {
      add_resources(document.xml, position, limits, contents.resources);
      continue;
    }
    contents.documents.push_back({position, document.form, std::string(document.root->name.local),
                                  document.root->kind, std::move(document.xml),
                                  message_at(messages, document.begin), std::move(document.runs)});
  }
  for (PositionCursor cursor(text); auto& broken : found.broken) {
    contents.findings.push_back({Severity::warning,
                                 broken.rule,
                                 cursor.at(broken.at),
                                 {},
                                 {},
                                 std::move(broken.message),
                                 std::move(broken.help)});
  }
  for (PositionCursor cursor(text); auto& span : messages) {
    span.message.position = cursor.at(span.begin);
    contents.messages.push_back(std::move(span.message));
  }
  return contents;
}

Position position_in_log(const LogContents& contents, const LoggedDocument& document,
                         std::size_t offset) {
  const auto run =
      std::prev(std::ranges::upper_bound(document.runs, offset, {}, &LoggedRun::in_document));
  return PositionCursor(contents.text, document.position)
      .at(run->in_log + offset - run->in_document);
}

}  // namespace presentity::presence

std::span<const std::string_view>
presentity::EnumTokens<presentity::presence::LoggedForm>::all() noexcept {
  static constexpr std::array<std::string_view, 4> tokens{"plain", "quoted", "escaped", "literal"};
  return tokens;
}

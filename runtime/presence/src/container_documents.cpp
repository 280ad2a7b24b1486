// SPDX-License-Identifier: MIT
#include "container_range.hpp"
#include "document_part.hpp"
#include "envelope_elements.hpp"

#include <presentity/presence/container_documents.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace presentity::presence {
namespace {

namespace native = native::containers;

std::string container_path(const native::ContainersType& document, std::size_t container) {
  return "/containers" + path_step("container", container, document.container.size());
}

std::string member_path(const native::ContainersType& document, std::size_t container,
                        std::size_t member) {
  return container_path(document, container) +
         path_step("member", member, document.container[container].member.size());
}

// Nothing: of an unknown kind, or without a usable value.
std::optional<Member> member_of(const native::MemberType& member) {
  const auto kind = member.type.known();
  if (!kind) return std::nullopt;
  // The enumerators stand for the same tokens in the same order; a test compares them.
  return make_member(static_cast<MemberKind>(*kind), member.value.value_or(""));
}

Diagnostic finding(Severity severity, std::string_view rule, std::string path, std::string message,
                   std::string help) {
  return {severity, rule, {}, std::move(path), {}, std::move(message), std::move(help)};
}

Diagnostic bad_member(const native::MemberType& member, std::string path) {
  const auto value = member.value ? "'" + *member.value + "'" : "no value";
  return finding(
      Severity::error, "bad-member", std::move(path),
      "a member of kind " + std::string(member.type.text()) + " with " + value + " is nobody",
      member.type.known() == native::MemberTypeEnum::user ? "a user is written as bob@contoso.com"
                                                          : "a domain is written as contoso.com");
}

class ContainerReader {
 public:
  explicit ContainerReader(const native::ContainersType& document) : document_(document) {}

  ReadContainers read() {
    for (std::size_t i = 0; i < document_.container.size(); ++i) read_container(i);
    return std::move(result_);
  }

 private:
  void report(Severity severity, std::string_view rule, std::string path, std::string message,
              std::string help) {
    result_.findings.push_back(
        finding(severity, rule, std::move(path), std::move(message), std::move(help)));
  }

  void read_container(std::size_t index) {
    const auto& written = document_.container[index];
    if (written.id > max_container) {
      result_.findings.push_back(
          container_out_of_range(written.id, container_path(document_, index) + "/@id"));
      return;
    }
    const auto version = written.version.value_or(0);
    const auto [place, is_new] = places_.try_emplace(written.id, result_.containers.size());
    if (is_new) {
      result_.containers.push_back({written.id, version, {}});
      members_.emplace_back();
    } else {
      report(Severity::error, "duplicate-container", container_path(document_, index),
             "container " + std::to_string(written.id) + " is already there",
             "the members are taken together");
    }
    auto& container = result_.containers[place->second];
    container.version = std::max(container.version, version);
    read_members(index, place->second);
  }

  void read_members(std::size_t index, std::size_t place) {
    const auto& written = document_.container[index].member;
    for (std::size_t i = 0; i < written.size(); ++i) {
      const auto member = member_of(written[i]);
      if (!member) {
        if (written[i].type.is_known()) {
          result_.findings.push_back(bad_member(written[i], member_path(document_, index, i)));
        }
      } else if (members_[place].insert(*member).second) {
        result_.containers[place].members.push_back(*member);
      } else {
        report(Severity::warning, "duplicate-member", member_path(document_, index, i),
               to_string(*member) + " is already a member", "one entry is enough");
      }
    }
  }

  const native::ContainersType& document_;
  ReadContainers result_;
  std::unordered_map<ContainerId, std::size_t> places_;
  std::vector<std::set<Member>> members_;
};

native::MemberType written(const Member& member) {
  native::MemberType result;
  result.type = static_cast<native::MemberTypeEnum>(member.kind);
  if (!member.value.empty()) result.value = member.value;
  return result;
}

// Leaves of `written` what is in `wanted`, and takes from `wanted` what it leaves.
void keep_members(native::ContainerType& container, const std::set<Member>& wanted,
                  std::set<Member>& missing) {
  std::erase_if(container.member, [&](const native::MemberType& entry) {
    const auto member = member_of(entry);
    if (!member) return false;
    missing.erase(*member);
    return !wanted.contains(*member);
  });
}

// `places` are those of the container in the document.
void update_container(native::ContainersType& document, const std::vector<std::size_t>& places,
                      const Container& container) {
  const std::set<Member> wanted(container.members.begin(), container.members.end());
  auto missing = wanted;
  for (const auto place : places) {
    auto& entry = document.container[place];
    if (entry.version.value_or(0) != container.version) entry.version = container.version;
    keep_members(entry, wanted, missing);
  }
  auto& first =
      places.empty() ? document.container.emplace_back() : document.container[places.front()];
  if (places.empty()) {
    first.id = container.id;
    first.version = container.version;
  }
  for (const auto& member : container.members) {
    if (missing.contains(member)) first.member.push_back(written(member));
  }
}

}  // namespace

ReadContainers containers_of(const native::ContainersType& document) {
  return ContainerReader(document).read();
}

void update(native::ContainersType& document, std::span<const Container> containers) {
  std::unordered_map<ContainerId, std::vector<std::size_t>> places;
  for (const auto& container : containers) places.try_emplace(container.id);
  std::erase_if(document.container, [&](const native::ContainerType& entry) {
    return entry.id <= max_container && !places.contains(entry.id);
  });
  for (std::size_t i = 0; i < document.container.size(); ++i) {
    const auto found = places.find(document.container[i].id);
    if (found != places.end()) found->second.push_back(i);
  }
  for (const auto& container : containers) {
    update_container(document, places.at(container.id), container);
  }
}

std::string path_of(const native::ContainersType& document, ContainerId container,
                    const Member& member) {
  std::string path = "/containers";
  for (std::size_t i = 0; i < document.container.size(); ++i) {
    const auto& entry = document.container[i];
    if (entry.id != container) continue;
    const auto found = std::ranges::find_if(
        entry.member, [&](const native::MemberType& one) { return member_of(one) == member; });
    if (found != entry.member.end()) {
      return member_path(document, i, static_cast<std::size_t>(found - entry.member.begin()));
    }
    path = container_path(document, i);
  }
  return path;
}

void locate_memberships(std::string_view bytes, std::vector<Diagnostic>& diagnostics,
                        const ReadLimits& limits) {
  const auto document = PartedDocument::open(bytes, limits);
  if (!document) return;
  const auto part = document->find(containers_element);
  if (part != detail::no_node) document->locate(part, diagnostics);
}

}  // namespace presentity::presence

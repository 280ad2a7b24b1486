// SPDX-License-Identifier: MIT
#include "binding/raw_xml.hpp"
#include "names.hpp"
#include "xml_scanner.hpp"

#include <presentity/presence/address.hpp>
#include <presentity/presence/store.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace presentity::presence {
namespace {

using StoredExpireType = native::categories::ExpireTypeEnum;
using KeyView = std::tuple<std::string_view, std::uint32_t, std::uint32_t>;

bool is_expired(const CategoryInstance& instance, TimePoint now) {
  const auto end = expiry_of(instance);
  return end && *end <= now;
}

/// Where the instances of a request are among the entries, and those that are not.
class Places {
 public:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  Places(const PublishRequest& request, std::span<const CategoryInstance> entries) {
    for (const auto& publication : request.publications.publication) {
      places_.emplace(view(publication), none);
    }
    for (std::size_t index = 0; index < entries.size(); ++index) {
      const auto& entry = entries[index];
      if (!entry.instance || !entry.container) continue;
      const auto found = places_.find({entry.name, *entry.instance, *entry.container});
      if (found != places_.end()) found->second = index;
    }
  }

  [[nodiscard]] std::size_t operator[](const Publication& publication) const {
    return places_.find(view(publication))->second;
  }

 private:
  static KeyView view(const Publication& publication) {
    return {publication.category_name, publication.instance, publication.container};
  }

  std::map<KeyView, std::size_t> places_;
};

/// 0 means "not there", so the greatest version is followed by 1.
std::uint32_t next_version(std::uint32_t version) {
  return version == std::numeric_limits<std::uint32_t>::max() ? 1 : version + 1;
}

/// The fault that names each publication whose version is not current. Source: protocol-facts 3.2.
std::optional<native::fault::FaultType> find_conflicts(const PublishRequest& request,
                                                       const Places& places,
                                                       std::span<const CategoryInstance> entries,
                                                       TimePoint now) {
  native::fault::DetailsType details;
  const auto& publications = request.publications.publication;
  for (std::size_t index = 0; index < publications.size(); ++index) {
    const auto place = places[publications[index]];
    const bool is_there = place != Places::none && !is_expired(entries[place], now);
    const auto current = is_there ? entries[place].version.value_or(0) : 0;
    const auto sent = publications[index].version.value_or(0);
    if (sent == current) continue;
    native::fault::OperationType operation;
    operation.index = static_cast<std::uint32_t>(index + 1);
    operation.version = sent;
    operation.cur_version = current;
    details.operation.push_back(std::move(operation));
  }
  if (details.operation.empty()) return std::nullopt;
  native::fault::FaultType fault;
  fault.faultcode = native::fault::FaultcodeEnum::client_bad_call_wrong_delta;
  fault.details = std::move(details);
  return fault;
}

/// A value as it is read back from a document: it says that it has no default namespace.
RawElement stored_value(const RawElement& value) {
  if (!detail::needs_no_default(value.xml)) return value;
  auto result = value;
  result.xml.insert(result.xml.find_first_of(" \t\r\n/>", 1), R"( xmlns="")");
  return result;
}

CategoryInstance published(const Publication& publication, std::string_view endpoint_id,
                           std::uint32_t version, TimePoint now) {
  CategoryInstance result;
  result.name = publication.category_name;
  result.instance = publication.instance;
  result.publish_time = to_publish_time(now);
  result.container = publication.container;
  result.version = version;
  result.expire_type = publication.expire_type ? StoredExpireType(*publication.expire_type->known())
                                               : StoredExpireType::endpoint;
  result.expires = publication.expires;
  if (!endpoint_id.empty()) result.endpoint_id = endpoint_id;
  result.any = stored_value(*publication.any);
  result.other_attributes = publication.other_attributes;
  return result;
}

/// Removes the entries that were deleted, and those that say that there is no instance where the
/// request has made one.
void remove_entries(std::vector<CategoryInstance>& entries, const std::set<std::size_t>& deleted,
                    const PublishRequest& request) {
  std::set<std::pair<std::string_view, std::optional<std::uint32_t>>> made;
  for (const auto& publication : request.publications.publication) {
    if (is_deletion(publication)) continue;
    made.emplace(publication.category_name, publication.container);
    made.emplace(publication.category_name, std::nullopt);
  }
  const auto is_refuted = [&](const CategoryInstance& entry) {
    return says_there_is_none(entry) && made.contains({entry.name, entry.container});
  };
  std::size_t index = 0;
  std::erase_if(entries, [&](const CategoryInstance& entry) {
    return deleted.contains(index++) || is_refuted(entry);
  });
}

CategoryInstance deletion_result(const Publication& publication) {
  CategoryInstance result;  // a deleted one comes back with its container only (digest 6, 7)
  result.name = publication.category_name;
  result.container = publication.container;
  return result;
}

}  // namespace

std::optional<TimePoint> expiry_of(const CategoryInstance& instance) noexcept {
  const bool is_timed =
      instance.expire_type == StoredExpireType::time && instance.publish_time && instance.expires;
  if (!is_timed) return std::nullopt;
  const auto begin = to_instant(*instance.publish_time);
  if (!begin) return std::nullopt;
  return *begin + std::chrono::seconds(*instance.expires);
}

Store::Store(std::string uri) {
  if (uri.empty()) return;
  need_section(SectionKind::categories);
  categories_.uri = std::move(uri);
}

const std::string& Store::uri() const noexcept {
  static const std::string none;
  return categories_.uri ? *categories_.uri : none;
}

std::span<const CategoryInstance> Store::entries() const noexcept { return categories_.category; }

const CategoryInstance* Store::find(const InstanceKey& key) const noexcept {
  const auto found = std::ranges::find_if(categories_.category, [&](const auto& entry) {
    return entry.instance == key.instance && entry.container == key.container &&
           entry.name == key.category;
  });
  return found == categories_.category.end() ? nullptr : &*found;
}

bool Store::has_section(SectionKind kind) const noexcept {
  return std::ranges::find(sections_, kind, &Section::kind) != sections_.end();
}

void Store::need_section(SectionKind kind) {
  if (!has_section(kind)) sections_.push_back({kind, {}, {}});
}

bool Store::lists_instances() const noexcept { return has_section(SectionKind::categories); }

bool Store::lists_members() const noexcept { return has_section(SectionKind::containers); }

std::vector<CategoryInstance> Store::remove_if(auto condition) {
  auto& entries = categories_.category;
  const auto removed = std::stable_partition(entries.begin(), entries.end(),
                                             [&](const auto& entry) { return !condition(entry); });
  std::vector<CategoryInstance> result(std::make_move_iterator(removed),
                                       std::make_move_iterator(entries.end()));
  entries.erase(removed, entries.end());
  return result;
}

std::vector<std::string> Store::endpoints() const {
  std::vector<std::string> result;
  for (const auto& section : sections_) {
    if (section.kind == SectionKind::endpoint) result.push_back(section.endpoint_id);
  }
  return result;
}

bool Store::is_signed_in(std::string_view endpoint_id) const noexcept {
  return std::ranges::any_of(sections_, [&](const Section& section) {
    return section.kind == SectionKind::endpoint && section.endpoint_id == endpoint_id;
  });
}

void Store::sign_in(std::string endpoint_id) {
  if (is_signed_in(endpoint_id)) return;
  RawElement raw{"<endpoint xmlns=\"urn:presentity:store\" id=\"" + detail::escaped(endpoint_id) +
                 "\"/>"};
  sections_.push_back({SectionKind::endpoint, std::move(raw), std::move(endpoint_id)});
}

std::vector<CategoryInstance> Store::sign_out(std::string_view endpoint_id) {
  std::erase_if(sections_, [&](const Section& section) {
    return section.kind == SectionKind::endpoint && section.endpoint_id == endpoint_id;
  });
  const bool is_last = !has_section(SectionKind::endpoint);
  return remove_if([&](const CategoryInstance& entry) {
    if (entry.expire_type == StoredExpireType::user) return is_last;
    if (entry.expire_type != StoredExpireType::endpoint) return false;
    return is_last || entry.endpoint_id == endpoint_id;
  });
}

std::vector<CategoryInstance> Store::advance(TimePoint now) {
  return remove_if([now](const CategoryInstance& entry) { return is_expired(entry, now); });
}

std::optional<TimePoint> Store::next_expiry() const noexcept {
  std::optional<TimePoint> next;
  for (const auto& entry : categories_.category) {
    const auto end = expiry_of(entry);
    if (end && (!next || *end < *next)) next = end;
  }
  return next;
}

std::vector<Diagnostic> Store::check_origin(const PublishRequest& request,
                                            std::string_view endpoint_id) const {
  const auto refusal = [](std::string_view rule, std::string_view path, std::string message) {
    return std::vector{
        Diagnostic{Severity::error, rule, {}, std::string(path), {}, std::move(message), {}}};
  };
  const auto& user = request.publications.uri;
  if (!uri().empty() && parse_address(user) != parse_address(uri())) {
    return refusal("invalid-value", "/publish/publications/@uri",
                   "the request is one of " + detail::quoted(user) + ", the store that of " +
                       detail::quoted(uri()));
  }
  if (!endpoint_id.empty() && !is_signed_in(endpoint_id)) {
    return refusal("unregistered-endpoint", {},
                   "endpoint " + detail::quoted(endpoint_id) + " is not signed in");
  }
  for (const auto& publication : request.publications.publication) {
    const auto type = publication.expire_type.value_or(ExpireType::endpoint);
    if (is_deletion(publication)) continue;
    if (type == ExpireType::endpoint && endpoint_id.empty()) {
      return refusal("unregistered-endpoint", {},
                     "the server publishes nothing that an endpoint bounds");
    }
    if (type == ExpireType::user && !has_section(SectionKind::endpoint)) {
      return refusal("unregistered-endpoint", {},
                     "no endpoint is signed in, and the user bounds the publication");
    }
  }
  return {};
}

Result<Applied, Refusal> Store::apply(const PublishRequest& request, std::string_view endpoint_id,
                                      TimePoint now, const CategoryNames& names) {
  auto errors = check(request, names);
  if (errors.empty()) errors = check_origin(request, endpoint_id);
  if (!errors.empty()) return Unexpected{Refusal{std::move(errors), {}}};
  auto fault = find_conflicts(request, Places(request, entries()), entries(), now);
  if (fault) return Unexpected{Refusal{{}, std::move(fault)}};

  Applied applied;
  applied.expired = advance(now);
  need_section(SectionKind::categories);
  if (uri().empty()) categories_.uri = request.publications.uri;
  const Places places(request, entries());
  std::set<std::size_t> deleted;
  std::vector<std::string> touched;
  for (const auto& publication : request.publications.publication) {
    const auto place = places[publication];
    touched.push_back(publication.category_name);
    if (!is_deletion(publication)) {
      applied.results.push_back(publish(publication, place, endpoint_id, now));
      continue;
    }
    if (place != Places::none) deleted.insert(place);
    applied.results.push_back(deletion_result(publication));
  }
  remove_entries(categories_.category, deleted, request);
  applied.notification = notification(touched);
  return applied;
}

CategoryInstance Store::publish(const Publication& publication, std::size_t place,
                                std::string_view endpoint_id, TimePoint now) {
  auto& entries = categories_.category;
  const bool is_there = place != Places::none;
  const auto version = next_version(is_there ? entries[place].version.value_or(0) : 0);
  if (!is_there) entries.emplace_back();
  auto& entry = is_there ? entries[place] : entries.back();
  entry = published(publication, endpoint_id, version, now);
  auto result = entry;
  result.any.reset();
  return result;
}

native::categories::CategoriesType Store::notification(std::span<const std::string> names) const {
  if (names.empty()) return categories_;
  native::categories::CategoriesType result;
  result.uri = categories_.uri;
  const std::set<std::string_view> wanted(names.begin(), names.end());
  std::set<std::string_view> found;
  for (const auto& entry : categories_.category) {
    if (!wanted.contains(entry.name)) continue;
    found.insert(entry.name);
    result.category.push_back(entry);
  }
  for (const auto name : wanted) {
    if (found.contains(name)) continue;
    result.category.emplace_back().name = name;
  }
  return result;
}

}  // namespace presentity::presence

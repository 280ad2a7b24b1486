// SPDX-License-Identifier: MIT
#include <presentity/presence/publish.hpp>

#include <algorithm>
#include <utility>

namespace presentity::presence {

InstanceKey key_of(const Publication& publication) {
  return {publication.category_name, publication.instance, publication.container};
}

std::optional<InstanceKey> key_of(const CategoryInstance& instance) {
  if (!instance.instance || !instance.container) return std::nullopt;
  return InstanceKey{instance.name, *instance.instance, *instance.container};
}

bool says_there_is_none(const CategoryInstance& entry) noexcept {
  return !entry.instance && !entry.any;
}

std::string to_string(const InstanceKey& key) {
  return key.category + " instance " + std::to_string(key.instance) + " in container " +
         std::to_string(key.container);
}

Publication make_publication(InstanceKey key, RawElement value, std::uint32_t version,
                             Expiry expiry) {
  Publication result;
  result.any = std::move(value);
  result.category_name = std::move(key.category);
  result.instance = key.instance;
  result.container = key.container;
  result.version = version;
  result.expire_type = expiry.type;
  if (expiry.type == ExpireType::time) result.expires = expiry.seconds;
  return result;
}

Publication make_deletion(InstanceKey key, std::uint32_t version, ExpireType type) {
  auto result = make_publication(std::move(key), {}, version, {type, 0});
  result.any.reset();
  result.expires = 0;
  return result;
}

bool is_deletion(const Publication& publication) noexcept { return publication.expires == 0U; }

PublishRequest make_request(std::string uri, std::vector<Publication> publications) {
  PublishRequest result;
  result.publications.uri = std::move(uri);
  result.publications.publication = std::move(publications);
  return result;
}

Result<PublishRequest, CannotRetry> retry(const PublishRequest& request,
                                          const native::fault::FaultType& fault) {
  using Reason = CannotRetry::Reason;
  if (fault.faultcode != native::fault::FaultcodeEnum::client_bad_call_wrong_delta) {
    return Unexpected{CannotRetry{Reason::not_a_conflict, 0}};
  }
  if (!fault.details || fault.details->operation.empty()) {
    return Unexpected{CannotRetry{Reason::no_operation, 0}};
  }
  auto result = request;
  for (const auto& operation : fault.details->operation) {
    const auto cannot = [&](Reason reason) {
      return Unexpected{CannotRetry{reason, operation.index}};
    };
    const auto& publications = request.publications.publication;
    if (operation.index == 0 || operation.index > publications.size()) {
      return cannot(Reason::index_out_of_range);
    }
    const auto sent = publications[operation.index - 1].version.value_or(0);
    if (operation.version && operation.version != sent) return cannot(Reason::other_request);
    if (!operation.cur_version) return cannot(Reason::no_current_version);
    if (operation.cur_version == sent) return cannot(Reason::same_version);
    result.publications.publication[operation.index - 1].version = operation.cur_version;
  }
  return result;
}

std::string to_string(const CannotRetry& problem) {
  using Reason = CannotRetry::Reason;
  const auto operation = "operation " + std::to_string(problem.index);
  switch (problem.reason) {
    case Reason::not_a_conflict:
      return "the fault is not about versions";
    case Reason::no_operation:
      return "the fault names no publication";
    case Reason::index_out_of_range:
      return operation + " of the fault is none of the request";
    case Reason::other_request:
      return operation + " of the fault repeats a version that the request does not state";
    case Reason::no_current_version:
      return operation + " of the fault does not say which version is current";
    case Reason::same_version:
      return operation +
             " of the fault names the version that was sent; to send it again would "
             "never end";
  }
  return {};
}

}  // namespace presentity::presence

// SPDX-License-Identifier: MIT
#include "peers.hpp"

namespace presentity::differential {

std::unique_ptr<Peer> make_libxml2_peer(const std::filesystem::path& /*schema*/) { return nullptr; }

}  // namespace presentity::differential

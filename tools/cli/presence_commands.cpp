// SPDX-License-Identifier: MIT
#include "cli/presence_commands.hpp"

#include "cli/command_aggregate.hpp"
#include "cli/command_containers.hpp"
#include "cli/command_describe.hpp"
#include "cli/command_extract.hpp"
#include "cli/command_instance_id.hpp"
#include "cli/command_preview.hpp"
#include "cli/command_timeline.hpp"

#include <array>

namespace presentity::cli {

std::span<const Command> presence_commands() noexcept {
  static constexpr std::array commands = {
      Command{"aggregate", &add_aggregate_command},
      Command{"describe", &add_describe_command},
      Command{"extract", &add_extract_command},
      Command{"preview", &add_preview_command},
      Command{"containers", &add_containers_command},
      Command{"instance-id", &add_instance_id_command},
      Command{"timeline", &add_timeline_command},
  };
  return commands;
}

}  // namespace presentity::cli

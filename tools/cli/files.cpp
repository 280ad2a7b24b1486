// SPDX-License-Identifier: MIT
#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <istream>
#include <system_error>
#include <utility>

namespace presentity::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk = 64U << 10U;

std::string reason(int error) { return std::generic_category().message(error); }

class Descriptor {
 public:
  explicit Descriptor(int number) noexcept : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] int number() const noexcept { return number_; }

 private:
  int number_;
};

// Returns the bytes read, 0 at the end, or -1 with errno set.
ssize_t read_some(int descriptor, char* buffer, std::size_t size) noexcept {
  ssize_t count = 0;
  do {
    count = ::read(descriptor, buffer, size);
  } while (count < 0 && errno == EINTR);
  return count;
}

// A name in the folder of `target`, short enough wherever `target` itself is.
std::string temporary_name(const fs::path& target) {
  static std::atomic<unsigned> number = 0;
  const std::string name =
      ".presentity-" + std::to_string(::getpid()) + '-' + std::to_string(++number) + ".tmp";
  return (target.parent_path() / name).string();
}

// Creates a new empty file with the permissions that `target` has or would get.
std::string create_beside(const fs::path& target, std::string& temporary) {
  temporary = temporary_name(target);
  const Descriptor file(::open(temporary.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC,
                               0666));  // NOLINT(*-vararg)
  if (file.number() < 0) return reason(errno);

  struct stat existing {};
  if (::stat(target.c_str(), &existing) == 0) ::fchmod(file.number(), existing.st_mode & 07777U);
  return {};
}

}  // namespace

Result<std::string, std::string> read_file(const std::string& path, std::size_t most) {
  if (path.find('\0') != std::string::npos) return Unexpected{std::string("no such file name")};
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));  // NOLINT(*-vararg)
  if (file.number() < 0) return Unexpected{reason(errno)};

  std::string bytes;
  std::array<char, chunk> part;  // NOLINT(*-member-init): zeroing it costs more than a small file
  while (bytes.size() < most) {
    const std::size_t wanted = std::min(part.size(), most - bytes.size());
    const ssize_t count = read_some(file.number(), part.data(), wanted);
    if (count < 0) return Unexpected{reason(errno)};
    if (count == 0) break;
    bytes.append(part.data(), static_cast<std::size_t>(count));
  }
  return bytes;
}

Result<std::string, std::string> read_stream(std::istream& in, std::size_t most) {
  std::string bytes;
  while (in && bytes.size() < most) {
    const std::size_t before = bytes.size();
    bytes.resize(before + std::min(chunk, most - before));
    in.read(bytes.data() + before, static_cast<std::streamsize>(bytes.size() - before));
    bytes.resize(before + static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return Unexpected{std::string("read error")};
  return bytes;
}

PendingFile::PendingFile(std::string target, std::string temporary)
    : target_(std::move(target)),
      temporary_(std::move(temporary)),
      stream_(temporary_.empty() ? target_ : temporary_, std::ios::binary) {}

PendingFile::PendingFile(PendingFile&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      stream_(std::move(other.stream_)) {}

PendingFile::~PendingFile() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<PendingFile, std::string> PendingFile::create(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) return Unexpected{reason(EISDIR)};

  const bool direct = fs::exists(status) && !fs::is_regular_file(status);
  // Through a symbolic link: the link stays, the file behind it is replaced.
  const fs::path target = fs::is_regular_file(status) ? fs::canonical(path, error) : fs::path(path);
  std::string temporary;
  if (!direct) {
    if (std::string problem = create_beside(target, temporary); !problem.empty()) {
      return Unexpected{std::move(problem)};
    }
  }
  PendingFile file(target.string(), std::move(temporary));
  if (!file.stream_) return Unexpected{reason(errno)};
  return file;
}

std::string PendingFile::commit() {
  errno = 0;
  stream_.close();
  if (!stream_) return reason(errno != 0 ? errno : EIO);
  if (temporary_.empty()) return {};
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) return reason(errno);
  temporary_.clear();
  return {};
}

std::string write_file(const std::string& path, std::string_view text) {
  auto file = PendingFile::create(path);
  if (!file) return file.error();
  file->stream() << text;
  return file->commit();
}

}  // namespace presentity::cli

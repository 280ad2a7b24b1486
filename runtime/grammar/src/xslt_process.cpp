// SPDX-License-Identifier: MIT
#include "xslt_process.hpp"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltutils.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace presentity::grammar::detail {
namespace {

constexpr std::size_t most_error_text = 4096;

thread_local MemoryMeter* current_meter = nullptr;
thread_local ErrorCapture* current_capture = nullptr;

/// What was there before us. Written once, before anything of ours is called.
struct Previous {
  xmlFreeFunc free = nullptr;
  xmlMallocFunc malloc = nullptr;
  xmlReallocFunc realloc = nullptr;
  xmlStrdupFunc strdup = nullptr;
  xmlGenericErrorFunc error = nullptr;
  void* error_argument = nullptr;
};

Previous& previous() {
  static Previous functions;
  return functions;
}

void count(std::size_t bytes) noexcept {
  if (current_meter != nullptr) current_meter->count(bytes);
}

void* counted_malloc(std::size_t size) {
  count(size);
  return previous().malloc(size);
}

/// libxml2 lets texts grow byte by byte: only what is added counts, where that can be known.
void* counted_realloc(void* block, std::size_t size) {
  std::size_t before = 0;
#if defined(__GLIBC__)
  if (current_meter != nullptr && previous().realloc == &std::realloc) {
    before = std::min(::malloc_usable_size(block), size);
  }
#endif
  count(size - before);
  return previous().realloc(block, size);
}

char* counted_strdup(const char* text) {
  count(std::strlen(text) + 1);
  return previous().strdup(text);
}

std::string formatted(const char* format, std::va_list arguments) {
  std::array<char, 1024> text{};
  std::vsnprintf(text.data(), text.size(), format, arguments);
  return text.data();
}

/// libxslt has one handler for the errors of all compilations.
void generic_error(void*, const char* format, ...) {
  std::va_list arguments;
  va_start(arguments, format);
  const std::string text = formatted(format, arguments);
  va_end(arguments);
  if (current_capture != nullptr) {
    current_capture->add(text.c_str());
  } else if (previous().error != nullptr) {
    previous().error(previous().error_argument, "%s", text.c_str());
  }
}

bool install() {
  xmlInitParser();
  xsltInit();
  auto& before = previous();
  xmlMemGet(&before.free, &before.malloc, &before.realloc, &before.strdup);
  before.error = xsltGenericError;
  before.error_argument = xsltGenericErrorContext;
  xsltSetGenericErrorFunc(nullptr, &generic_error);
  return xmlMemSetup(before.free, &counted_malloc, &counted_realloc, &counted_strdup) == 0;
}

}  // namespace

bool prepare_libxslt() {
  static const bool is_installed = install();
  xmlFreeFunc free = nullptr;
  xmlMallocFunc malloc = nullptr;
  xmlReallocFunc realloc = nullptr;
  xmlStrdupFunc strdup = nullptr;
  xmlMemGet(&free, &malloc, &realloc, &strdup);
  return is_installed && malloc == &counted_malloc && realloc == &counted_realloc;
}

MemoryMeter::MemoryMeter(std::size_t budget, OnExcess on_excess, void* argument)
    : outer_(current_meter), budget_(budget), on_excess_(on_excess), argument_(argument) {
  current_meter = this;
}

MemoryMeter::~MemoryMeter() { current_meter = outer_; }

void MemoryMeter::count(std::size_t bytes) noexcept {
  const bool was_exceeded = is_exceeded();
  counted_ += bytes;
  if (!was_exceeded && is_exceeded()) on_excess_(argument_);
}

ErrorCapture::ErrorCapture()
    : outer_(current_capture),
      outer_structured_(reinterpret_cast<void (*)(void*, _xmlError*)>(xmlStructuredError)),
      outer_argument_(xmlStructuredErrorContext),
      outer_generic_(xmlGenericError),
      outer_generic_argument_(xmlGenericErrorContext) {
  current_capture = this;
  xmlSetGenericErrorFunc(nullptr, &capture_error);
  xmlSetStructuredErrorFunc(this, reinterpret_cast<xmlStructuredErrorFunc>(&structured));
}

ErrorCapture::~ErrorCapture() {
  current_capture = outer_;
  xmlSetGenericErrorFunc(outer_generic_argument_, outer_generic_);
  xmlSetStructuredErrorFunc(outer_argument_,
                            reinterpret_cast<xmlStructuredErrorFunc>(outer_structured_));
}

void ErrorCapture::add(const char* text) {
  if (text_.size() < most_error_text) text_ += text;
}

void ErrorCapture::structured(void* capture, _xmlError* error) {
  if (error->message != nullptr) static_cast<ErrorCapture*>(capture)->add(error->message);
}

void capture_error(void*, const char* format, ...) {
  if (current_capture == nullptr) return;
  std::va_list arguments;
  va_start(arguments, format);
  current_capture->add(formatted(format, arguments).c_str());
  va_end(arguments);
}

}  // namespace presentity::grammar::detail

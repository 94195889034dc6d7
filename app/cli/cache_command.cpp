// kinglet cache: what the cached features take, and how much they may.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/cli/shown.h"
#include "base/error.h"
#include "base/json.h"
#include "data/cache_care.h"

namespace kinglet::cli {
namespace {

std::string megabytes(std::uintmax_t bytes) {
  return digits(double(bytes) / 1e6) + " MB";
}

}  // namespace

void addCacheCommand(CLI::App& app) {
  struct Options {
    std::string limit;
    bool clear = false, json = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("cache", "Tell what the cached features take; limit or empty them");
  command->add_option("--limit", options->limit, "So much they may take, e.g. \"2 GB\"; kept");
  command->add_flag("--clear", options->clear, "Remove them; they are computed again when they are needed");
  command->add_flag("--json", options->json, "Print a JSON object");
  command->callback([options] {
    if (!options->limit.empty()) {
      std::uintmax_t bytes = 0;
      try {
        bytes = data::bytesFrom(options->limit);
      } catch (const base::Error& error) {
        throw CLI::ValidationError("--limit", error.what());
      }
      data::setCacheLimit(bytes);
    }
    const std::uintmax_t freed = options->clear ? data::clearCache() : 0;
    const data::CacheUse use = data::cacheUse();
    if (options->json) {
      Json json{{"folder", use.folder.string()},
                {"files", use.files},
                {"bytes", use.bytes},
                {"limit_bytes", use.limit}};
      if (options->clear) json["freed_bytes"] = freed;
      std::cout << base::jsonText(json, 2) << "\n";
      return;
    }
    if (options->clear) std::cout << "Freed " << megabytes(freed) << ".\n";
    std::cout << use.folder.string() << ": " << use.files << " files, " << megabytes(use.bytes) << " of "
              << megabytes(use.limit) << " at most\n";
  });
}

}  // namespace kinglet::cli

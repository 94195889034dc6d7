#include "deploy/c_writer/c_kernels.h"

#include "deploy/c_writer/c_names.h"
#include "deploy/c_writer/c_sources.h"

namespace kinglet::deploy {
namespace {

const std::set<std::string> kSwitches = {"USE_ADD",         "USE_CONCAT",     "USE_CONV", "USE_DEPTHWISE",
                                         "USE_GLOBAL_MEAN", "USE_HARD_SWISH", "USE_POOL", "USE_SCALE",
                                         "USE_SHUFFLE",     "USE_SLICE"};

std::string defines(const std::set<std::string>& switches) {
  std::string text;
  for (const auto& name : switches) text += "#define " + name + "\n";
  return text + "\n";
}

std::string textOf(const char* stem, bool int8, const char* ending) {
  return std::string(cSources().at(std::string(stem) + (int8 ? "int8" : "float") + ending));
}

std::string code(bool int8) {
  return textOf("kernels_", int8, ".c") + "\n" + std::string(cSources().at("kernels_common.c"));
}

SharedPair made(bool int8) {
  const auto typed = [&](const std::string& text) {
    return renamed(text, {{"kernel_element", int8 ? "int8_t" : "float"}});
  };
  return sharedPair(int8 ? "int8" : "float",
                    "Operators of networks; each network's own file calls them with its weights.", "kernel_",
                    textOf("geometry_", int8, ".h") + "\n", defines(kSwitches) + typed(code(int8)));
}

}  // namespace

std::string ownKernels(bool int8, const std::set<std::string>& switches) {
  return defines(switches) + "#define KINGLET_FN static\n\ntypedef model_value kernel_element;\n\n" +
         textOf("geometry_", int8, ".h") + "\n" + code(int8);
}

const SharedPair& sharedKernels(bool int8) {
  static const SharedPair real = made(false), integer = made(true);
  return int8 ? integer : real;
}

}  // namespace kinglet::deploy

#include "deploy/c_writer/c_kernels.h"

#include "deploy/c_writer/c_names.h"
#include "deploy/c_writer/c_sources.h"

namespace kinglet::deploy {
namespace {

const std::set<std::string> kSwitches = {"USE_ADD",     "USE_CONCAT",      "USE_CONV",       "USE_DEPTHWISE",
                                         "USE_DILATED", "USE_GLOBAL_MEAN", "USE_HARD_SWISH", "USE_POOL",
                                         "USE_SCALE",   "USE_SHUFFLE",     "USE_SLICE"};

std::string defines(const std::set<std::string>& switches) {
  std::string text;
  for (const auto& name : switches) text += "#define " + name + "\n";
  return text + "\n";
}

std::string text(const std::string& name) {
  return std::string(cSources().at(name));
}

std::string geometry(bool int8) {
  return text(int8 ? "geometry_int8.h" : "geometry_float.h") + "\n";
}

// Only GCC and its likes are known to have the instructions; whatever else takes the plain path.
std::string products() {
  return "#if defined(__GNUC__) && defined(__ARM_FEATURE_MVE) && (__ARM_FEATURE_MVE & 1)\n" +
         text("products_mve.c") +
         "\n#elif defined(__GNUC__) && defined(__ARM_FEATURE_DSP) && defined(__ARM_FEATURE_SIMD32)\n" +
         text("products_dsp.c") + "\n#else\n" + text("products_plain.c") + "\n#endif\n\n";
}

std::string code(bool int8) {
  const std::string common = text("kernels_common.c");
  if (!int8) return text("kernels_float.c") + "\n" + text("dilated_float.c") + "\n" + common;
  return text("scale_int8.c") + "\n" + products() + text("conv_int8.c") + "\n" + text("depthwise_int8.c") +
         "\n" + text("dilated_int8.c") + "\n" + text("kernels_int8.c") + "\n" + common;
}

SharedPair made(bool int8) {
  const auto typed = [&](const std::string& text) {
    return renamed(text, {{"kernel_element", int8 ? "int8_t" : "float"}});
  };
  return sharedPair(int8 ? "int8" : "float",
                    "Operators of networks; each network's own file calls them with its weights.", "kernel_",
                    geometry(int8), defines(kSwitches) + typed(code(int8)));
}

}  // namespace

std::string ownKernels(bool int8, const std::set<std::string>& switches) {
  return defines(switches) + "#define KINGLET_FN static\n\ntypedef model_value kernel_element;\n\n" +
         geometry(int8) + code(int8);
}

const SharedPair& sharedKernels(bool int8) {
  static const SharedPair real = made(false), integer = made(true);
  return int8 ? integer : real;
}

}  // namespace kinglet::deploy

# Lets a validator of the desktop's look at a file; skips, and says so, where it is not installed. -DTOOL=name
# -DARGUMENTS=list -DFILE=
cmake_minimum_required(VERSION 3.25)
find_program(program ${TOOL})
if(NOT program)
  message("SKIPPED: ${TOOL} is not installed")
  return()
endif()
execute_process(COMMAND ${program} ${ARGUMENTS} ${FILE} OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${said}")
endif()
message("${said}")

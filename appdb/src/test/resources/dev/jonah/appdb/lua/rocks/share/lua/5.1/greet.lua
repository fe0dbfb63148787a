return {hello=function() return "hello" end}

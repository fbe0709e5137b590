// As in the engine: kernels take small working arrays from the stack and write them before they read them.
[module: System.Runtime.CompilerServices.SkipLocalsInit]

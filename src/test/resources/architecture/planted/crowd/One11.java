package planted.crowd;

class One11 {}

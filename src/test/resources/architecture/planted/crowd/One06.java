package planted.crowd;

class One06 {}
